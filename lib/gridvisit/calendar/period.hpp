#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"

namespace gridvisit {

/// Calendar periods, shortest first. A week is an ISO week, from Monday.
enum class PeriodKind { day, week, half_month, month, quarter, half_year, year };

/// The names used in policy files: day week half-month month quarter half-year year.
std::string_view to_string(PeriodKind kind);
std::optional<PeriodKind> parse_period_kind(std::string_view text);

/// One calendar period, both ends included.
struct Period {
  PeriodKind kind = PeriodKind::day;
  Day first;
  Day last;

  DayRange range() const { return {first, last}; }
  std::int64_t days() const { return (last - first).count() + 1; }
  bool contains(Day day) const { return first <= day && day <= last; }
  friend bool operator==(const Period&, const Period&) = default;
};

Period period_containing(PeriodKind kind, Day day);
Period next(const Period& period);
Period previous(const Period& period);

/// 2026-10-05, 2026-W41, 2026-10a, 2026-10, 2026-Q4, 2026-H2, 2026; nothing for anything else.
std::optional<Period> parse_period(std::string_view text);
std::string to_string(const Period& period);

/// The periods of `kind` that belong to `outer` and have begun by `until`, in order. A period
/// belongs to the one that holds its last day, so each week belongs to exactly one month.
std::vector<Period> periods_in(const Period& outer, PeriodKind kind, Day until);

/// The twelve months of the year of `day`.
std::vector<Period> months_of_year(Day day);

}  // namespace gridvisit
