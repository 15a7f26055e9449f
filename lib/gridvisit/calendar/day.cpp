#include "gridvisit/calendar/day.hpp"

#include <algorithm>
#include <array>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

/// `text` as a number of exactly `digits` digits.
std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count) return std::nullopt;
  if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  return static_cast<int>(*parse_integer(text));
}

}  // namespace

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4);
  const auto month = digits(text.substr(5, 2), 2);
  const auto day = digits(text.substr(8, 2), 2);
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::string to_string(Day day) {
  const std::chrono::year_month_day date{day};
  std::array<char, 16> text{};
  auto* const end =
      fmt::format_to(text.data(), FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return {text.data(), end};
}

std::optional<DayRange> intersection(const DayRange& left, const DayRange& right) {
  if (!left.overlaps(right)) return std::nullopt;
  return DayRange{std::max(left.first, right.first), std::min(left.last, right.last)};
}

std::optional<std::chrono::sys_seconds> parse_instant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto day = parse_iso_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2), 2);
  const auto minute = digits(text.substr(14, 2), 2);
  const auto second = digits(text.substr(17, 2), 2);
  if (!day || !hour || !minute || !second) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *day + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
         std::chrono::seconds{*second};
}

std::string to_string(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  std::array<char, 16> text{};
  auto* const end =
      fmt::format_to(text.data(), FMT_COMPILE("T{:02}:{:02}:{:02}Z"), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
  return to_string(day).append(text.data(), end);
}

}  // namespace gridvisit
