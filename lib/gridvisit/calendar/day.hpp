#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gridvisit {

/// A civil day; no time zone, no arithmetic on instants.
using Day = std::chrono::sys_days;

/// Days outside 0001-01-01 … 9999-12-31 do not exist here; the ends stand for "from the beginning"
/// and "until further notice".
inline constexpr Day k_beginning{std::chrono::year{1} / 1 / 1};
inline constexpr Day k_forever{std::chrono::year{9999} / 12 / 31};

/// `2026-10-05`, exactly so; nothing for anything else (also 2026-02-30).
std::optional<Day> parse_iso_day(std::string_view text);
std::string to_string(Day day);

/// The number of its month, 1 to 12.
inline std::int64_t month_of(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day{day}.month());
}

/// A run of days, both ends included; never empty by construction (first <= last).
struct DayRange {
  Day first = k_beginning;
  Day last = k_forever;

  bool contains(Day day) const { return first <= day && day <= last; }
  bool overlaps(const DayRange& other) const { return first <= other.last && other.first <= last; }
  std::int64_t days() const { return (last - first).count() + 1; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// What both share, or nothing.
std::optional<DayRange> intersection(const DayRange& left, const DayRange& right);

/// What the clock said when the program started: asked once, passed down.
struct Now {
  Day today;                         ///< civil day in the configured time zone
  std::chrono::sys_seconds instant;  ///< UTC, for recorded_at and the audit
};

/// `2026-10-05T08:00:00Z`, exactly so.
std::optional<std::chrono::sys_seconds> parse_instant(std::string_view text);
std::string to_string(std::chrono::sys_seconds instant);

}  // namespace gridvisit
