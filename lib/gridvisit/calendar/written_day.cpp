#include "gridvisit/calendar/written_day.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> k_months{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// The number of a month named in full or by its first three letters; 0 if there is none.
int month_named(std::string_view name) {
  for (std::size_t index = 0; index < k_months.size(); ++index)
    if (name == k_months[index] || name == k_months[index].substr(0, 3) ||
        (name == "sept" && k_months[index] == "september"))
      return static_cast<int>(index) + 1;
  return 0;
}

/// A text with each number as N and each name of a month as M: `N年N月N日`, `M N`.
struct Shape {
  std::string text;
  std::vector<int> values;          ///< what stands for each N and M
  std::vector<std::size_t> digits;  ///< of each; 0 for a name
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

std::string_view take(std::string_view& text, bool (*belongs)(char)) {
  const auto end = std::ranges::find_if_not(text, belongs);
  const auto run = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(run.size());
  return run;
}

/// Nothing for a text with a number of more than eight digits.
std::optional<Shape> shape_of(std::string_view text) {
  constexpr std::size_t k_most_digits = 8;
  Shape shape;
  while (!text.empty()) {
    if (const auto number = take(text, is_digit); !number.empty()) {
      if (number.size() > k_most_digits) return std::nullopt;
      shape.text += 'N';
      shape.values.push_back(static_cast<int>(parse_integer(number).value_or(0)));
      shape.digits.push_back(number.size());
    } else if (const auto name = take(text, is_letter); !name.empty()) {
      const int month = month_named(name);
      shape.text += month == 0 ? std::string{name} : "M";
      if (month != 0) shape.values.push_back(month), shape.digits.push_back(0);
    } else {
      shape.text += text.front();
      text.remove_prefix(1);
    }
  }
  return shape;
}

/// Which value of a shape is what: the index, or none.
struct Reading {
  std::string_view shape;
  int year = -1;
  int month = -1;
  int day = -1;
};

constexpr auto k_days = std::to_array<Reading>({
    {"N年N月N日", 0, 1, 2},
    {"N年N月N号", 0, 1, 2},
    {"N-N-N", 0, 1, 2},
    {"N/N/N", 0, 1, 2},
    {"N.N.N", 0, 1, 2},
    {"N月N日", -1, 0, 1},
    {"N月N号", -1, 0, 1},
    {"N-N", -1, 0, 1},
    {"N日", -1, -1, 0},
    {"N号", -1, -1, 0},
    {"M N", -1, 0, 1},
    {"N M", -1, 1, 0},
    {"M N N", 2, 0, 1},
    {"M N, N", 2, 0, 1},
    {"N M N", 2, 1, 0},
});

constexpr auto k_possible_days = std::to_array<Reading>({
    {"N/N", -1, 0, 1},
    {"N/N", -1, 1, 0},
    {"N.N", -1, 0, 1},
    {"N.N", -1, 1, 0},
    {"N-N", -1, 0, 1},
    {"N/N/N", 2, 0, 1},
    {"N/N/N", 2, 1, 0},
    {"N.N.N", 2, 0, 1},
    {"N.N.N", 2, 1, 0},
    {"N-N-N", 2, 0, 1},
    {"N-N-N", 2, 1, 0},
});

constexpr auto k_written_months = std::to_array<Reading>({
    {"N-N", 0, 1},
    {"N/N", 0, 1},
    {"N.N", 0, 1},
    {"N年N月", 0, 1},
    {"N月", -1, 0},
    {"N", -1, 0},
    {"M", -1, 0},
    {"M N", 1, 0},
});

int value_at(const Shape& shape, int index) {
  return shape.values[static_cast<std::size_t>(index)];
}
std::size_t digits_at(const Shape& shape, int index) {
  return shape.digits[static_cast<std::size_t>(index)];
}

/// Years have four digits, months and days at most two; `10-05` has two for each, so that `1-5`
/// stays what it is elsewhere, a building and a unit.
bool has_sizes(const Shape& shape, const Reading& reading) {
  const auto small = [&](int index) { return index < 0 || digits_at(shape, index) <= 2; };
  if (reading.year >= 0 && digits_at(shape, reading.year) != 4) return false;
  return small(reading.month) && small(reading.day);
}

bool is_padded(const Shape& shape) {
  return std::ranges::all_of(shape.digits, [](std::size_t digits) { return digits == 2; });
}

std::optional<Day> day_of(int year, int month, int day) {
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  const bool is_in_calendar = year >= 1 && year <= 9999 && date.ok();
  return is_in_calendar ? std::optional{Day{date}} : std::nullopt;
}

/// The latest one that is not after today: 02-29 may lie up to eight years back.
std::optional<Day> latest_day(int month, int day, Day today) {
  const int of = static_cast<int>(year_month_day{today}.year());
  for (int year = of; year >= of - 8; --year)
    if (const auto found = day_of(year, month, day); found && *found <= today) return found;
  return std::nullopt;
}

std::optional<Day> latest_day(int day, Day today) {
  auto month = period_containing(PeriodKind::month, today);
  for (int back = 0; back < 4; ++back, month = previous(month)) {
    const year_month_day first{month.first};
    const auto found = day_of(static_cast<int>(first.year()),
                              static_cast<int>(static_cast<unsigned>(first.month())), day);
    if (found && *found <= today) return found;
  }
  return std::nullopt;
}

std::optional<Day> read_day(const Shape& shape, const Reading& reading, Day today) {
  const int day = value_at(shape, reading.day);
  if (reading.month < 0) return latest_day(day, today);
  const int month = value_at(shape, reading.month);
  return reading.year < 0 ? latest_day(month, day, today)
                          : day_of(value_at(shape, reading.year), month, day);
}

std::optional<Period> read_month(const Shape& shape, const Reading& reading, Day today) {
  const int number = value_at(shape, reading.month);
  if (number < 1 || number > 12) return std::nullopt;
  if (reading.year >= 0) {
    const auto first = day_of(value_at(shape, reading.year), number, 1);
    return first ? std::optional{period_containing(PeriodKind::month, *first)} : std::nullopt;
  }
  auto month = period_containing(PeriodKind::month, today);
  while (static_cast<unsigned>(year_month_day{month.first}.month()) !=
         static_cast<unsigned>(number))
    month = previous(month);
  return month;
}

}  // namespace

std::optional<Day> written_day(std::string_view text, Day today) {
  const auto shape = shape_of(text);
  if (!shape) return std::nullopt;
  if (shape->text == "N" && shape->digits.front() == 8) {
    const int number = shape->values.front();
    return day_of(number / 10000, number / 100 % 100, number % 100);
  }
  for (const auto& reading : k_days)
    if (reading.shape == shape->text && has_sizes(*shape, reading) &&
        (reading.shape != "N-N" || is_padded(*shape)))
      return read_day(*shape, reading, today);
  return std::nullopt;
}

std::vector<Day> possible_days(std::string_view text, Day today) {
  const auto shape = shape_of(text);
  std::vector<Day> days;
  if (!shape) return days;
  for (const auto& reading : k_possible_days) {
    if (reading.shape != shape->text || !has_sizes(*shape, reading)) continue;
    const auto day = read_day(*shape, reading, today);
    if (day && std::ranges::find(days, *day) == days.end()) days.push_back(*day);
  }
  return days;
}

std::optional<Period> written_month(std::string_view text, Day today) {
  const auto shape = shape_of(text);
  if (!shape) return std::nullopt;
  for (const auto& reading : k_written_months)
    if (reading.shape == shape->text && has_sizes(*shape, reading))
      return read_month(*shape, reading, today);
  return std::nullopt;
}

}  // namespace gridvisit
