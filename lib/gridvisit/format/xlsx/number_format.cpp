#include "gridvisit/format/xlsx/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr NumberFormat k_day{NumberKind::day};
constexpr NumberFormat k_time{NumberKind::time};
constexpr NumberFormat k_time_with_seconds{NumberKind::time, true};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Reads the first section of a format code sign by sign.
class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : m_rest{code} {}

  NumberFormat read() {
    while (!m_rest.empty() && m_rest.front() != ';') take();
    settle_months();
    NumberFormat format;
    if (m_has_day && m_has_time)
      format.kind = NumberKind::day_and_time;
    else if (m_has_day)
      format.kind = NumberKind::day;
    else if (m_has_time)
      format.kind = NumberKind::time;
    format.has_seconds = m_has_seconds;
    format.is_duration = m_is_duration;
    format.is_utc = m_has_day && m_has_time && m_literal == "Z";
    if (m_is_zeros) format.least_digits = m_zeros;
    return format;
  }

 private:
  void take() {
    const char sign = lower(m_rest.front());
    if (sign == '"') return take_quoted();
    if (sign == '[') return take_bracket();
    if (sign == '\\' || sign == '_' || sign == '*') return take_escaped(sign);
    if (m_rest.size() >= k_general.size() && fold(m_rest.substr(0, k_general.size())) == k_general)
      return skip(k_general.size());
    std::size_t run = 1;
    while (run < m_rest.size() && lower(m_rest[run]) == sign) ++run;
    take_run(sign, run);
    skip(run);
  }

  void take_run(char sign, std::size_t run) {
    if (sign == '0')
      m_zeros += run;
    else
      m_is_zeros = false;
    if (sign == 'm') return void(m_open_months = true);
    if (sign == 'h' || sign == 's') take_time(sign);
    if (sign == 'y' || sign == 'd' || (sign == 'a' && run >= 3)) take_day();
    if (sign == 'a' && m_rest.size() >= 2 && (m_rest[1] == '/' || lower(m_rest[1]) == 'm'))
      m_has_time = true;
  }

  /// Minutes are those behind hours or before seconds; every other m is a month.
  void take_time(char sign) {
    if (sign == 's' || m_after_hours)
      m_open_months = false;
    else
      settle_months();
    m_has_time = true;
    m_has_seconds = m_has_seconds || sign == 's';
    m_after_hours = sign == 'h';
  }
  void take_day() {
    settle_months();
    m_has_day = true;
    m_after_hours = false;
  }
  void settle_months() {
    if (m_open_months && !m_after_hours) m_has_day = true;
    m_open_months = false;
  }

  void take_quoted() {
    m_is_zeros = false;
    const auto end = m_rest.find('"', 1);
    m_literal = m_rest.substr(1, end == m_rest.npos ? end : end - 1);
    skip(end == m_rest.npos ? m_rest.size() : end + 1);
  }
  /// A number of hours, minutes or seconds that has passed; else a colour, language or condition.
  void take_bracket() {
    m_is_zeros = false;
    const auto end = m_rest.find(']');
    const auto inside = m_rest.substr(1, end == m_rest.npos ? end : end - 1);
    if (!inside.empty() && fold(inside).find_first_not_of("hms") == inside.npos) {
      m_has_time = m_is_duration = true;
      m_has_seconds = m_has_seconds || lower(inside.front()) == 's';
      m_after_hours = lower(inside.front()) == 'h';
    }
    skip(end == m_rest.npos ? m_rest.size() : end + 1);
  }
  void take_escaped(char sign) {
    m_is_zeros = false;
    if (sign == '\\') m_literal = m_rest.substr(1, 1);
    skip(2);
  }
  void skip(std::size_t count) { m_rest.remove_prefix(std::min(count, m_rest.size())); }

  static constexpr std::string_view k_general = "general";

  std::string_view m_rest;
  std::string_view m_literal;  // the last one
  std::size_t m_zeros = 0;
  bool m_is_zeros = true;      // nothing but zeros so far
  bool m_open_months = false;  // an m that may be a month or a minute
  bool m_after_hours = false;
  bool m_has_day = false, m_has_time = false, m_has_seconds = false;
  bool m_is_duration = false;
};

Message lost_digits_mend() {
  return message("Format the column as text in the spreadsheet, and type the number anew.");
}

NumberText not_a_date() {
  return {{},
          message("The number is shown as a date or time, and is none."),
          message("Type the date anew, like {0}.", "2026-10-05")};
}

/// Spreadsheets believe in 29 February 1900, which nothing here can be.
std::optional<std::chrono::sys_days> day_of(std::int64_t serial, DayCount count) {
  using namespace std::chrono;
  constexpr std::int64_t k_leap_day = 60, k_last = 2'958'465;
  if (serial < 0 || serial > k_last) return std::nullopt;
  if (count == DayCount::from_1904) return sys_days{year{1904} / 1 / 1} + days{serial};
  if (serial == 0 || serial == k_leap_day) return std::nullopt;
  const sys_days before{serial < k_leap_day ? year{1899} / 12 / 31 : year{1899} / 12 / 30};
  return before + days{serial};
}

std::string text_of_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// Seconds that the format does not show are left out unless `exact`.
std::string text_of_time(std::int64_t seconds, const NumberFormat& format, bool exact) {
  constexpr int k_minute = 60, k_hour = 3600;
  const auto hours = seconds / k_hour, minutes = seconds % k_hour / k_minute;
  const auto rest = seconds % k_minute;
  if (exact || (format.has_seconds && rest != 0))
    return fmt::format("{:02}:{:02}:{:02}", hours, minutes, rest);
  return fmt::format("{:02}:{:02}", hours, minutes);
}

NumberText date_text(double number, const NumberFormat& format, DayCount count) {
  constexpr std::int64_t k_day_seconds = 86'400;
  constexpr double k_largest = 3e6;
  if (!(number >= 0 && number < k_largest)) return not_a_date();
  const auto seconds = std::llround(number * k_day_seconds);
  if (format.kind == NumberKind::time)
    return {text_of_time(format.is_duration ? seconds : seconds % k_day_seconds, format, false)};
  const auto day = day_of(seconds / k_day_seconds, count);
  if (!day) return not_a_date();
  const auto rest = seconds % k_day_seconds;
  if (format.is_utc) return {text_of_day(*day) + "T" + text_of_time(rest, format, true) + "Z"};
  if (format.kind == NumberKind::day || rest == 0) return {text_of_day(*day)};
  return {text_of_day(*day) + " " + text_of_time(rest, format, false)};
}

std::string whole_number_text(double number, const NumberFormat& format) {
  const auto digits = fmt::format("{}", std::llround(std::abs(number)));
  const auto zeros = format.least_digits > digits.size() ? format.least_digits - digits.size() : 0;
  return (number < 0 ? "-" : "") + std::string(zeros, '0') + digits;
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  return CodeReader{code}.read();
}

NumberFormat built_in_format(int number) {
  struct Range {
    int first = 0;
    int last = 0;
    NumberFormat format{};
  };
  static constexpr std::array k_ranges{Range{14, 17, k_day},
                                       Range{18, 18, k_time},
                                       Range{19, 19, k_time_with_seconds},
                                       Range{20, 20, k_time},
                                       Range{21, 21, k_time_with_seconds},
                                       Range{22, 22, {NumberKind::day_and_time}},
                                       Range{27, 31, k_day},
                                       Range{32, 32, k_time},
                                       Range{33, 33, k_time_with_seconds},
                                       Range{34, 34, k_time},
                                       Range{35, 35, k_time_with_seconds},
                                       Range{36, 36, k_day},
                                       Range{45, 47, k_time_with_seconds},
                                       Range{50, 54, k_day},
                                       Range{55, 55, k_time},
                                       Range{56, 56, k_time_with_seconds},
                                       Range{57, 58, k_day}};
  for (const auto& range : k_ranges)
    if (number >= range.first && number <= range.last) return range.format;
  return {};
}

NumberText text_of_number(std::string_view written, const NumberFormat& format, DayCount count) {
  written = trim(written);
  double number = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(number))
    return {{}, message("The cell holds no number that can be read."), lost_digits_mend()};
  if (format.kind != NumberKind::plain) return date_text(number, format, count);
  constexpr double k_first_inexact = 1e15;
  if (std::abs(number) >= k_first_inexact)
    return {{},
            message("A number of more than 15 digits has lost the last ones in the spreadsheet."),
            lost_digits_mend()};
  if (number == std::trunc(number)) return {whole_number_text(number, format)};
  return {fmt::format("{:.15g}", number)};
}

}  // namespace gridvisit::format::xlsx
