#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/workdays.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// What a day of the holiday table is, whatever its weekday: free, or worked (a make-up day).
enum class DayKind { holiday, workday };

std::string_view to_string(DayKind kind);
/// In English or Chinese. 调休 alone is neither: notices say it of both.
std::optional<DayKind> parse_day_kind(std::string_view text);
/// That parse_day_kind() knows; not 休 and 班, which stand in words for either.
std::vector<std::string> day_kind_words();

/// A day that is not what its weekday says; each day is on record once.
struct Holiday {
  HolidayId id;
  Day day;
  DayKind kind = DayKind::holiday;
  std::string name;
};

/// Monday to Friday, corrected by the table.
Workdays workdays_of(std::span<const Holiday> holidays);

}  // namespace gridvisit
