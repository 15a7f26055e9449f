#pragma once

#include <set>

#include "gridvisit/calendar/day.hpp"

namespace gridvisit {

/// Which days are worked: Monday to Friday, corrected by a holiday table.
class Workdays {
 public:
  Workdays() = default;
  Workdays(std::set<Day> holidays, std::set<Day> make_up_days);

  bool contains(Day day) const;
  std::int64_t count(const DayRange& range) const;

 private:
  std::set<Day> m_holidays;
  std::set<Day> m_make_up_days;
};

}  // namespace gridvisit
