#include "gridvisit/calendar/period.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::Monday;
using std::chrono::month;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::pair<PeriodKind, std::string_view>, 7> k_kind_names{{
    {PeriodKind::day, "day"},
    {PeriodKind::week, "week"},
    {PeriodKind::half_month, "half-month"},
    {PeriodKind::month, "month"},
    {PeriodKind::quarter, "quarter"},
    {PeriodKind::half_year, "half-year"},
    {PeriodKind::year, "year"},
}};

/// The run of `length` months that holds `day`, counted from January.
Period months_block(PeriodKind kind, Day day, unsigned length) {
  const year_month_day date{day};
  const unsigned first = (static_cast<unsigned>(date.month()) - 1) / length * length + 1;
  const auto from = date.year() / month{first};
  return {kind, Day{from / 1}, Day{(from + months{length - 1}) / last}};
}

Period half_month(Day day) {
  const year_month_day date{day};
  const auto month_of = date.year() / date.month();
  if (static_cast<unsigned>(date.day()) <= 15)
    return {PeriodKind::half_month, Day{month_of / 1}, Day{month_of / 15}};
  return {PeriodKind::half_month, Day{month_of / 16}, Day{month_of / last}};
}

Day iso_week_1(year of) {
  const Day january_4{of / 1 / 4};
  return january_4 - (weekday{january_4} - Monday);
}

std::optional<int> number(std::string_view text, std::size_t width) {
  if (text.size() != width || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return static_cast<int>(*parse_integer(text));
}

std::optional<Period> parse_week(year of, std::string_view text) {
  const auto week = number(text, 2);
  if (!week || *week < 1) return std::nullopt;
  const Day monday = iso_week_1(of) + days{7 * (*week - 1)};
  if (monday >= iso_week_1(of + std::chrono::years{1})) return std::nullopt;
  return period_containing(PeriodKind::week, monday);
}

std::optional<Period> parse_block(year of, std::string_view text, PeriodKind kind, int count) {
  const auto index = number(text, 1);
  if (!index || *index < 1 || *index > count) return std::nullopt;
  const auto length = static_cast<unsigned>(12 / count);
  const month first{static_cast<unsigned>(*index - 1) * length + 1};
  return months_block(kind, Day{of / first / 1}, length);
}

std::optional<Period> parse_month(year of, std::string_view text) {
  const auto index = number(text.substr(0, 2), 2);
  if (!index || *index < 1 || *index > 12) return std::nullopt;
  const auto month_of = of / month{static_cast<unsigned>(*index)};
  const auto half = text.substr(2);
  if (half.empty()) return period_containing(PeriodKind::month, Day{month_of / 1});
  if (half == "a") return period_containing(PeriodKind::half_month, Day{month_of / 1});
  if (half == "b") return period_containing(PeriodKind::half_month, Day{month_of / 16});
  return std::nullopt;
}

}  // namespace

std::string_view to_string(PeriodKind kind) {
  return std::ranges::find(k_kind_names, kind, [](const auto& entry) { return entry.first; })
      ->second;
}

std::optional<PeriodKind> parse_period_kind(std::string_view text) {
  for (const auto& [kind, name] : k_kind_names)
    if (name == text) return kind;
  return std::nullopt;
}

Period period_containing(PeriodKind kind, Day day) {
  switch (kind) {
    case PeriodKind::day:
      return {kind, day, day};
    case PeriodKind::week: {
      const Day monday = day - (weekday{day} - Monday);
      return {kind, monday, monday + days{6}};
    }
    case PeriodKind::half_month:
      return half_month(day);
    case PeriodKind::month:
      return months_block(kind, day, 1);
    case PeriodKind::quarter:
      return months_block(kind, day, 3);
    case PeriodKind::half_year:
      return months_block(kind, day, 6);
    case PeriodKind::year:
      return months_block(kind, day, 12);
  }
  std::abort();
}

Period next(const Period& period) {
  return period_containing(period.kind, period.last + days{1});
}

Period previous(const Period& period) {
  return period_containing(period.kind, period.first - days{1});
}

std::optional<Period> parse_period(std::string_view text) {
  const auto of = number(text.substr(0, 4), 4);
  if (!of || *of == 0) return std::nullopt;
  const year in{*of};
  if (text.size() == 4) return period_containing(PeriodKind::year, Day{in / 1 / 1});
  if (text[4] != '-' || text.size() < 7) return std::nullopt;
  const auto rest = text.substr(5);
  switch (rest.front()) {
    case 'W':
      return parse_week(in, rest.substr(1));
    case 'Q':
      return parse_block(in, rest.substr(1), PeriodKind::quarter, 4);
    case 'H':
      return parse_block(in, rest.substr(1), PeriodKind::half_year, 2);
    default:
      break;
  }
  if (rest.size() <= 3) return parse_month(in, rest);
  const auto day = parse_iso_day(text);
  if (!day) return std::nullopt;
  return period_containing(PeriodKind::day, *day);
}

std::string to_string(const Period& period) {
  const year_month_day date{period.first};
  const int of = static_cast<int>(date.year());
  const unsigned m = static_cast<unsigned>(date.month());
  switch (period.kind) {
    case PeriodKind::day:
      return to_string(period.first);
    case PeriodKind::week: {
      const year week_year = year_month_day{period.first + days{3}}.year();
      return fmt::format("{:04}-W{:02}", static_cast<int>(week_year),
                         (period.first - iso_week_1(week_year)).count() / 7 + 1);
    }
    case PeriodKind::half_month:
      return fmt::format("{:04}-{:02}{}", of, m, date.day() == std::chrono::day{1} ? 'a' : 'b');
    case PeriodKind::month:
      return fmt::format("{:04}-{:02}", of, m);
    case PeriodKind::quarter:
      return fmt::format("{:04}-Q{}", of, (m - 1) / 3 + 1);
    case PeriodKind::half_year:
      return fmt::format("{:04}-H{}", of, (m - 1) / 6 + 1);
    case PeriodKind::year:
      return fmt::format("{:04}", of);
  }
  std::abort();
}

std::vector<Period> periods_in(const Period& outer, PeriodKind kind, Day until) {
  std::vector<Period> result;
  for (auto period = period_containing(kind, outer.first);
       period.last <= outer.last && period.first <= until; period = next(period))
    result.push_back(period);
  return result;
}

std::vector<Period> months_of_year(Day day) {
  const auto whole = period_containing(PeriodKind::year, day);
  return periods_in(whole, PeriodKind::month, whole.last);
}

}  // namespace gridvisit
