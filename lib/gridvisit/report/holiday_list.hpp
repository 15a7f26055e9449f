#pragma once

#include <cstdint>
#include <vector>

#include "gridvisit/calendar/period.hpp"
#include "gridvisit/domain/holiday.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// The holiday table of one year, and how many days of it are worked.
struct HolidayYear {
  Period year;
  std::vector<Holiday> days;
  std::int64_t workdays = 0;
};

Word word_of(DayKind kind);

/// The days that are not what their weekday says.
Document holiday_list(const HolidayYear& holidays);

}  // namespace gridvisit::report
