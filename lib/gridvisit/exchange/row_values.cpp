#include "gridvisit/exchange/row_values.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/code.hpp"
#include "gridvisit/exchange/row_cells.hpp"

namespace gridvisit::exchange {
namespace {

constexpr std::size_t k_longest_text = 10'000;
constexpr std::size_t k_longest_quoted = 120;  // of a value, in a problem

/// The runs of digits in `text`.
std::vector<std::string> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool in_run = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !in_run) runs.emplace_back();
    if (digit) runs.back() += c;
    in_run = digit;
  }
  return runs;
}

/// CRLF as LF.
std::string with_plain_line_ends(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r' || at + 1 == text.size() || text[at + 1] != '\n') result += text[at];
  return result;
}

/// Whether personal data was left out of the text when it was exported (row_cells.hpp, mask).
bool is_masked(Field field, std::string_view text) {
  if (text == k_masked_text || text.find("****") != text.npos) return true;
  return (field == Field::name || field == Field::address) && text.ends_with('*');
}

}  // namespace

Message mend_day(std::string_view text) {
  auto runs = digit_runs(text);
  if (runs.size() == 1 && runs[0].size() == 8)
    runs = {runs[0].substr(0, 4), runs[0].substr(4, 2), runs[0].substr(6, 2)};
  if (runs.size() >= 3 && runs[0].size() == 4) {
    const auto proposal = fmt::format("{}-{:0>2}-{:0>2}", runs[0], runs[1], runs[2]);
    if (parse_iso_day(proposal)) return message("Write {0}.", proposal);
  }
  return message("Write it as year-month-day, like {0}.", "2026-10-05");
}

std::optional<std::string_view> RowValues::filled(Field field) const {
  const auto cell = m_row.cell(field);
  return cell && !cell->empty() ? cell : std::nullopt;
}

void RowValues::report(Field field, Message reason, Message mend) {
  auto value = with_visible_controls(m_row.cell(field).value_or(""));
  if (value.size() > k_longest_quoted) value = fmt::format("({} bytes)", value.size());
  m_problems.push_back({m_row.line, m_row.column(field), std::move(value), std::move(reason),
                        std::move(mend), m_row.cell_name(field)});
}

void RowValues::report_unknown_word(Field field, std::string_view word,
                                    const std::vector<std::string>& words, TextId allowed) {
  const auto close = nearest(word, words, 1);
  report(field, message("The word is not one of those known here."),
         close.empty() ? message("Write one of: {0}.", allowed)
                       : message("Did you mean {0}? Write one of: {1}.", close.front(), allowed));
}

void RowValues::require(Field field) {
  if (!filled(field))
    report(field, message("The cell is empty."), message("Fill it in: it is required."));
}

std::string RowValues::code(Field field) {
  require(field);
  return optional_code(field).value_or("");
}

std::optional<std::string> RowValues::optional_code(Field field) {
  const auto cell = m_row.cell(field);
  if (!cell || cell->empty()) return cell ? std::optional<std::string>{""} : std::nullopt;
  auto problem = code_problem(*cell);
  if (problem.empty()) return to_nfc(*cell);
  report(field, std::move(problem), message("Write the code as the register has it."));
  return std::nullopt;
}

std::optional<std::string> RowValues::text(Field field, bool multiline) {
  const auto cell = m_row.cell(field);
  if (!cell) return std::nullopt;
  if (cell->size() > k_longest_text) {
    report(field, message("The text has {0} bytes.", cell->size()),
           message("Shorten it to {0} bytes.", k_longest_text));
    return std::nullopt;
  }
  const auto result = with_plain_line_ends(*cell);
  if (const auto at = find_forbidden_character(result, multiline)) {
    report(field, message("A control or text-direction character stands at byte {0}.", *at),
           multiline ? message("Remove it.") : message("Remove it; the text must be one line."));
    return std::nullopt;
  }
  if (is_masked(field, result)) {
    report(field, message("The text is masked, and would replace the true one."),
           message("Export the table with --unmask and import that, or leave the column out."));
    return std::nullopt;
  }
  return to_nfc(result);
}

std::optional<Day> RowValues::day(Field field) {
  const auto cell = filled(field);
  if (!cell) return std::nullopt;
  const auto value = parse_iso_day(*cell);
  if (!value) report(field, message("This is not a day."), mend_day(*cell));
  return value;
}

std::optional<std::chrono::sys_seconds> RowValues::instant(Field field) {
  const auto cell = filled(field);
  if (!cell) return std::nullopt;
  if (const auto value = parse_instant(*cell)) return value;
  if (const auto value = parse_iso_day(*cell)) return *value;
  report(field, message("This is not a point in time."),
         message("Write it in UTC, like {0}, or as a day.", "2026-10-05T08:00:00Z"));
  return std::nullopt;
}

std::optional<TimeOfDay> RowValues::time(Field field) {
  const auto cell = filled(field);
  if (!cell) return std::nullopt;
  const auto value = parse_time_of_day(*cell);
  if (!value)
    report(field, message("This is not a time of day."),
           message("Write hours and minutes with two digits each, like {0}.", "09:30"));
  return value;
}

std::optional<RowChange> RowValues::change() {
  const auto cell = filled(Field::changed_at);
  if (!cell) return std::nullopt;
  auto change = change_of(m_row, *cell);
  if (!change)
    report(Field::changed_at, message("This does not tell when something was changed."),
           message("Write it as export does, like {0}, or leave it empty.",
                   "2026-10-05T08:00:00Z;phone@2026-11-03T09:30:00Z"));
  return change;
}

std::optional<std::int64_t> RowValues::number(Field field, std::int64_t largest) {
  const auto cell = filled(field);
  if (!cell) return std::nullopt;
  const auto value = parse_integer(*cell);
  if (value && *value >= 0 && *value <= largest) return *value;
  report(field, message("This is not a whole number from 0 to {0}.", largest),
         message("Write digits only."));
  return std::nullopt;
}

}  // namespace gridvisit::exchange
