#include "gridvisit/calendar/workdays.hpp"

#include <utility>

namespace gridvisit {

Workdays::Workdays(std::set<Day> holidays, std::set<Day> make_up_days)
    : m_holidays{std::move(holidays)}, m_make_up_days{std::move(make_up_days)} {}

bool Workdays::contains(Day day) const {
  if (m_make_up_days.contains(day)) return true;
  if (m_holidays.contains(day)) return false;
  constexpr unsigned k_friday = 5;
  return std::chrono::weekday{day}.iso_encoding() <= k_friday;
}

std::int64_t Workdays::count(const DayRange& range) const {
  std::int64_t result = 0;
  for (Day day = range.first; day <= range.last; day += std::chrono::days{1})
    result += contains(day) ? 1 : 0;
  return result;
}

}  // namespace gridvisit
