#include "gridvisit/report/holiday_list.hpp"

#include <array>

namespace gridvisit::report {
namespace {

/// From Monday.
constexpr std::array k_weekdays{
    Word{"mon", translatable_in("holiday", "Mon")}, Word{"tue", translatable_in("holiday", "Tue")},
    Word{"wed", translatable_in("holiday", "Wed")}, Word{"thu", translatable_in("holiday", "Thu")},
    Word{"fri", translatable_in("holiday", "Fri")}, Word{"sat", translatable_in("holiday", "Sat")},
    Word{"sun", translatable_in("holiday", "Sun")}};

Word weekday_of(Day day) {
  return k_weekdays.at(std::chrono::weekday{day}.iso_encoding() - 1);
}

}  // namespace

Word word_of(DayKind kind) {
  return kind == DayKind::holiday ? Word{"holiday", translatable_in("day", "holiday")}
                                  : Word{"workday", translatable_in("day", "workday")};
}

Document holiday_list(const HolidayYear& holidays) {
  Document document;
  document.key = "holidays";
  document.title = message("Holiday table");
  document.facts = {
      {"year", translatable_in("holiday", "Year"), to_string(holidays.year)},
      {"workdays", translatable("Working days"), holidays.workdays},
  };
  document.data = {"holidays",
                   {},
                   {{"day", translatable("Day")},
                    {"weekday", translatable("Weekday")},
                    {"kind", translatable("Kind")},
                    {"name", translatable("Name")}},
                   {},
                   {}};
  for (const auto& holiday : holidays.days)
    document.data.rows.push_back(
        {holiday.day, weekday_of(holiday.day), word_of(holiday.kind), holiday.name});
  if (holidays.days.empty())
    document.notes.push_back(
        message("The table has no day of {0}: Monday to Friday are worked. "
                "`gridvisit import holidays FILE` brings the holidays.",
                to_string(holidays.year)));
  return document;
}

}  // namespace gridvisit::report
