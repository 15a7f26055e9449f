#include "gridvisit/exchange/row_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/format/cell_name.hpp"
#include "gridvisit/format/csv_writer.hpp"

namespace gridvisit::exchange {
namespace {

/// Each as a file may head it, in English and in Chinese.
std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const auto& column : table.columns)
    names.push_back(fmt::format("{} {}", name_of(column.field), chinese_name_of(column.field)));
  return names;
}

bool is_reject_column(std::string_view name) {
  return std::ranges::find(k_reject_columns, name) != k_reject_columns.end();
}

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::ranges::all_of(cells, [](std::string_view cell) { return trim(cell).empty(); });
}

Message known_columns(const Table& table) {
  return message("Its columns are: {0}.", join(column_names(table), ", "));
}

Problem empty_file(const Table& table) {
  return {1, {}, {}, message("The file is empty."), known_columns(table)};
}

/// Of a sheet: text behind the last column that has a name.
Problem beside_the_table(const Row& row) {
  const auto position = row.cells.size() - 1;
  return {row.line,
          {},
          {},
          message("The cell {0} has text, but its column has no header.",
                  format::cell_name(position, row.line)),
          message("Give the column a header, or clear the cell.")};
}

Problem wrong_width(const Row& row) {
  return {row.line,
          {},
          {},
          message("Cells in the row: {0}, in the header: {1}.", row.cells.size(),
                  row.header->names.size()),
          message("Look for a comma too many or too few; text with a comma stands in quotation "
                  "marks.")};
}

}  // namespace

std::optional<std::string_view> Row::cell(Field field) const {
  const auto position = header->position(field);
  if (!position) return std::nullopt;
  return trim(format::without_guard(cells[*position]));
}

std::string Row::column(Field field) const {
  const auto position = header->position(field);
  return position ? header->names[*position] : std::string{name_of(field)};
}

std::string Row::cell_name(Field field) const {
  const auto position = header->position(field);
  if (!position || header->layout != format::Layout::sheet) return {};
  return format::cell_name(*position, line);
}

RowReader::RowReader(format::RecordSource source, const Table& table)
    : m_source{std::move(source)}, m_table{table} {
  m_header.table = &m_table;
  m_header.layout = m_source.layout;
  if (m_source.layout == format::Layout::sheet) {
    find_header();
  } else if (m_source.next(m_record)) {
    m_header.line = m_record.line;
    if (m_record.defect)
      m_header_errors.push_back(*m_record.defect);
    else
      take_header(m_record.fields);
  } else {
    m_header_errors.push_back(empty_file(m_table));
  }
}

void RowReader::find_header() {
  auto found = exchange::find_header(m_source, m_table);
  if (!found) {
    m_header_errors.push_back(empty_file(m_table));
    return;
  }
  m_header.line = found->header.line;
  m_next = std::move(found->next);
  take_header(found->header.record().fields);
  if (found->has_titles && m_header_errors.empty())
    m_header_warnings.push_back(
        {m_header.line,
         {},
         {},
         message("This row is taken for the header; what stands above it is left out."),
         {}});
}

void RowReader::take_header(const std::vector<std::string_view>& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    m_header.names.push_back(with_visible_controls(trim(cells[at])));
    take_column(at);
  }
  for (const auto& column : m_table.columns)
    if (column.required && !m_header.position(column.field))
      m_header_errors.push_back({m_header.line,
                                 std::string{name_of(column.field)},
                                 {},
                                 message("The column {0} ({1}) is missing.", name_of(column.field),
                                         chinese_name_of(column.field)),
                                 known_columns(m_table)});
}

void RowReader::take_column(std::size_t position) {
  const auto& name = m_header.names[position];
  const auto field = find_column(m_table, name);
  if (!field) {
    if (!name.empty() && !is_reject_column(name))
      m_header_warnings.push_back({m_header.line,
                                   name,
                                   {},
                                   message("The column {0} is not known and is left out.", name),
                                   known_columns(m_table)});
    return;
  }
  auto& place = m_header.positions[static_cast<std::size_t>(*field)];
  if (place)
    m_header_errors.push_back(
        {m_header.line,
         name,
         {},
         message("{0} and {1} are the same column.", m_header.names[*place], name),
         message("Leave only one of them in the file.")});
  else
    place = position;
}

bool RowReader::next_record() {
  if (!m_next) return m_source.next(m_record);
  m_kept = std::move(m_next);
  m_next.reset();
  m_record = m_kept->record();
  return true;
}

bool RowReader::next(Row& row, Problems& problems) {
  do {
    if (!next_record()) return false;
  } while (!m_record.defect && is_blank(m_record.fields));
  row.line = m_record.line;
  row.header = &m_header;
  row.cells.assign(m_record.fields.begin(), m_record.fields.end());
  if (m_record.defect) {
    problems.push_back(*m_record.defect);
    return true;
  }
  fit_to_header(row, problems);
  add_cell_defects(row, problems);
  return true;
}

/// Empty cells at the end of a row mean nothing; in a sheet they need not be there.
void RowReader::fit_to_header(Row& row, Problems& problems) const {
  const auto width = m_header.names.size();
  while (row.cells.size() > width && trim(row.cells.back()).empty()) row.cells.pop_back();
  if (m_header.layout == format::Layout::sheet) {
    if (row.cells.size() > width) problems.push_back(beside_the_table(row));
    row.cells.resize(width);
  } else if (row.cells.size() != width) {
    problems.push_back(wrong_width(row));
  }
}

/// Those of columns that are not read don't matter.
void RowReader::add_cell_defects(const Row& row, Problems& problems) const {
  for (const auto& defect : m_record.cell_defects) {
    const bool is_read = std::ranges::find(m_header.positions, std::optional{defect.position}) !=
                         m_header.positions.end();
    if (!is_read) continue;
    problems.push_back({row.line, m_header.names[defect.position],
                        std::string{row.cells[defect.position]}, defect.reason, defect.mend,
                        format::cell_name(defect.position, row.line)});
  }
}

}  // namespace gridvisit::exchange
