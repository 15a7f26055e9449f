#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/exchange/row_change.hpp"

namespace gridvisit::exchange {

/// Turns the cells of one row into values. What is wrong with a cell is added to the problems,
/// and then the value is nothing (or empty).
class RowValues {
 public:
  RowValues(const Row& row, Problems& problems) : m_row{row}, m_problems{problems} {}

  /// A code that must be there.
  std::string code(Field field);
  /// A code that may be left out; nothing if the file has no such column, empty if the cell is.
  std::optional<std::string> optional_code(Field field);
  /// Free text, without the guard against formulas; nothing if the file has no such column.
  std::optional<std::string> text(Field field, bool multiline = false);
  /// Nothing if the cell is empty or there is no such column.
  std::optional<Day> day(Field field);
  /// `2026-10-05T08:00:00Z`, or a day, which is its first second.
  std::optional<std::chrono::sys_seconds> instant(Field field);
  std::optional<TimeOfDay> time(Field field);
  /// Of the column changed_at.
  std::optional<RowChange> change();
  /// 0 … largest.
  std::optional<std::int64_t> number(Field field, std::int64_t largest);

  /// A word of a closed set: `parse` reads it, `words` are all that it reads, and `allowed` names
  /// those that people are told of.
  template <class Parse>
  auto word(Field field, Parse parse, const std::vector<std::string>& words, TextId allowed)
      -> decltype(parse(std::string_view{})) {
    const auto cell = filled(field);
    if (!cell) return std::nullopt;
    const auto value = parse(*cell);
    if (!value) report_unknown_word(field, *cell, words, allowed);
    return value;
  }

  /// Adds a problem if nothing is in the cell.
  void require(Field field);
  void report(Field field, Message reason, Message mend);

 private:
  std::optional<std::string_view> filled(Field field) const;
  void report_unknown_word(Field field, std::string_view word,
                           const std::vector<std::string>& words, TextId allowed);

  const Row& m_row;
  Problems& m_problems;
};

/// How a day that is written otherwise (2026/10/5, 20261005, 2026年10月5日) is to be written.
Message mend_day(std::string_view text);

}  // namespace gridvisit::exchange
