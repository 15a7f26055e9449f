#include "gridvisit/format/xlsx/sheet_rows.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/cell_name.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr std::int64_t k_most_rows = 1 << 20;
constexpr std::size_t k_most_columns = 1 << 14;

/// Of the 2026-10-05T00:00:00 of some writers.
std::string_view without_midnight(std::string_view text) {
  constexpr std::size_t k_day = 10;
  const auto rest = text.substr(std::min(k_day, text.size()));
  const bool is_midnight = rest.starts_with('T') && rest.find_first_of("123456789") == rest.npos;
  return is_midnight ? text.substr(0, k_day) : text;
}

}  // namespace

SheetRows::SheetRows(ByteSource source, const std::string& part, const CellContext& context)
    : m_context{context}, m_part{part}, m_stream{std::move(source), part, events()} {}

XmlEvents SheetRows::events() {
  return {[this](std::string_view name, const XmlAttributes& said) { start(name, said); },
          [this](std::string_view name) { end(name); },
          [this](std::string_view piece) { text(piece); }};
}

bool SheetRows::next(Record& record) {
  record = {};
  m_row_ended = false;
  if (!m_stream.read() && !m_row_ended) return false;
  record.line = m_row;
  if (m_is_too_long) {
    record.defect = Problem{m_row,
                            {},
                            {},
                            message("The row has more than {0} bytes.", k_longest_row),
                            message("Shorten the text in its cells.")};
    return true;
  }
  for (const auto& cell : m_cells) {
    if (cell.position >= record.fields.size()) record.fields.resize(cell.position + 1);
    record.fields[cell.position] =
        std::string_view{m_text}.substr(cell.begin, cell.end - cell.begin);
  }
  record.cell_defects = std::move(m_defects);
  return true;
}

void SheetRows::start(std::string_view name, const XmlAttributes& said) {
  if (name == "sheetData") m_is_in_rows = true;
  if (!m_is_in_rows) return;
  if (name == "row")
    begin_row(said);
  else if (name == "c")
    begin_cell(said);
  else if (name == "v")
    m_is_value = m_cell.has_value = true;
  else if (name == "f")
    m_cell.has_formula = true;
  else
    m_inline.start(name);
}

void SheetRows::end(std::string_view name) {
  if (name == "sheetData") m_is_in_rows = false;
  if (!m_is_in_rows) return;
  if (name == "row")
    end_row();
  else if (name == "c")
    end_cell();
  else if (name == "v")
    m_is_value = false;
  else
    m_inline.end(name);
}

void SheetRows::text(std::string_view piece) {
  if (!m_is_in_rows || m_is_too_long) return;
  if (m_text.size() + m_value.size() + piece.size() > k_longest_row)
    m_is_too_long = true;
  else if (m_is_value)
    m_value += piece;
  else
    m_inline.text(piece);
}

void SheetRows::begin_row(const XmlAttributes& said) {
  const auto number = parse_integer(said.find("r").value_or(std::to_string(m_row + 1)));
  if (!number || *number <= m_row || *number > k_most_rows) throw_misplaced(said.value("r"));
  m_row = *number;
  m_column = 0;
  m_text.clear();
  m_cells.clear();
  m_defects.clear();
  m_is_too_long = false;
}

void SheetRows::end_row() {
  m_row_ended = m_is_too_long || !m_cells.empty() || !m_defects.empty();
  if (m_row_ended) m_stream.pause();
}

void SheetRows::begin_cell(const XmlAttributes& said) {
  m_cell = {};
  m_value.clear();
  m_begin = m_text.size();
  m_cell.position = m_column;
  if (const auto reference = said.find("r")) {
    const auto named = column_named(reference->substr(0, reference->find_first_of("0123456789")));
    if (!named) throw_misplaced(*reference);
    m_cell.position = *named;
  }
  if (m_cell.position >= k_most_columns) throw_misplaced(said.value("r"));
  m_column = m_cell.position + 1;
  m_cell.kind = said.value("t");
  m_cell.style = static_cast<std::size_t>(parse_integer(said.value("s")).value_or(0));
}

void SheetRows::end_cell() {
  if (m_is_too_long) return;
  if (m_cell.has_value) {
    take_value();
  } else {
    decode_escapes(m_text, m_begin);
    if (m_cell.has_formula && m_text.size() == m_begin)
      refuse_cell(message("The cell holds a formula whose result is not in the file."),
                  message("Open the file in a spreadsheet program and save it, or paste the "
                          "values over the formulas."));
  }
  if (m_text.size() > k_longest_row) m_is_too_long = true;
  if (m_text.size() > m_begin) m_cells.push_back({m_cell.position, m_begin, m_text.size()});
}

void SheetRows::take_value() {
  if (m_cell.kind == "s") return take_shared_text(m_value);
  if (m_cell.kind == "str" || m_cell.kind == "inlineStr") {
    m_text += m_value;
    return decode_escapes(m_text, m_begin);
  }
  if (m_cell.kind == "d") return void(m_text += without_midnight(m_value));
  if (m_cell.kind == "b") return void(m_text += m_value == "1" ? "TRUE" : "FALSE");
  if (m_cell.kind == "e") {
    m_text += m_value;
    return refuse_cell(message("The cell holds an error."),
                       message("Mend the formula in the spreadsheet, or type the value."));
  }
  if (!trim(m_value).empty()) take_number(m_value);
}

void SheetRows::take_shared_text(std::string_view index) {
  const auto number = parse_integer(trim(index));
  if (!number || *number < 0 || static_cast<std::size_t>(*number) >= m_context.strings.size())
    throw Error{ErrorKind::damaged,
                message("The part {0} of the workbook names a text that is not there.", m_part),
                message("Open the file in a spreadsheet program and save it anew, or get another "
                        "copy of it.")};
  const auto text = m_context.strings[static_cast<std::size_t>(*number)];
  if (m_text.size() + text.size() > k_longest_row)
    m_is_too_long = true;
  else
    m_text += text;
}

void SheetRows::take_number(std::string_view written) {
  auto number = text_of_number(written, format_of(m_cell), m_context.day_count);
  if (number.defect.empty()) return void(m_text += number.text);
  m_text += written;
  refuse_cell(std::move(number.defect), std::move(number.mend));
}

NumberFormat SheetRows::format_of(const Cell& cell) const {
  return cell.style < m_context.styles.size() ? m_context.styles[cell.style] : NumberFormat{};
}

void SheetRows::refuse_cell(Message reason, Message mend) {
  m_defects.push_back({m_cell.position, std::move(reason), std::move(mend)});
}

void SheetRows::throw_misplaced(std::string_view reference) const {
  throw Error{ErrorKind::damaged,
              message("The part {0} of the workbook has a row or cell that can't stand there: {1}.",
                      m_part, with_visible_controls(reference)),
              message("Open the file in a spreadsheet program and save it anew, or get another "
                      "copy of it.")};
}

}  // namespace gridvisit::format::xlsx
