#include "gridvisit/domain/holiday.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

Day day(const char* iso) {
  return parse_iso_day(iso).value();
}

}  // namespace

TEST_CASE("a holiday is free and a make-up day is worked whatever their weekdays say") {
  const std::array table{Holiday{{}, day("2026-10-01"), DayKind::holiday, "国庆节"},
                         Holiday{{}, day("2026-10-10"), DayKind::workday, "国庆节"}};
  const auto workdays = workdays_of(table);
  CHECK_FALSE(workdays.contains(day("2026-10-01")));
  CHECK(workdays.contains(day("2026-10-02")));
  CHECK(workdays.contains(day("2026-10-10")));
  CHECK_FALSE(workdays.contains(day("2026-10-11")));
}

TEST_CASE("the kind of a day is read in both languages and an ambiguous word is not") {
  for (const auto* word : {"holiday", "Holiday", "放假", "休"})
    CHECK(parse_day_kind(word) == DayKind::holiday);
  for (const auto* word : {"workday", "上班", "补班", "调休上班", "班"})
    CHECK(parse_day_kind(word) == DayKind::workday);
  for (const auto* word : {"", "调休", "work", "none"}) CHECK_FALSE(parse_day_kind(word));
  for (const auto kind : {DayKind::holiday, DayKind::workday})
    CHECK(parse_day_kind(to_string(kind)) == kind);
}
