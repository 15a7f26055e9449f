#include "gridvisit/exchange/row_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
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

Problem wrong_width(const Row& row) {
  return {
      row.line,
      {},
      {},
      message("The row has {0} cells, the header {1}.", row.cells.size(), row.header->names.size()),
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

RowReader::RowReader(format::RecordSource source, const Table& table)
    : m_source{std::move(source)}, m_table{table} {
  if (m_source(m_record))
    take_header(m_record);
  else
    m_header_errors.push_back({1, {}, {}, message("The file is empty."), known_columns(m_table)});
}

void RowReader::take_header(const format::Record& record) {
  if (record.defect) {
    m_header_errors.push_back(*record.defect);
    return;
  }
  for (std::size_t at = 0; at < record.fields.size(); ++at) {
    m_header.names.push_back(with_visible_controls(trim(record.fields[at])));
    take_column(at, record.line);
  }
  for (const auto& column : m_table.columns)
    if (column.required && !m_header.position(column.field))
      m_header_errors.push_back({record.line,
                                 std::string{name_of(column.field)},
                                 {},
                                 message("The column {0} ({1}) is missing.", name_of(column.field),
                                         chinese_name_of(column.field)),
                                 known_columns(m_table)});
}

void RowReader::take_column(std::size_t position, std::int64_t line) {
  const auto& name = m_header.names[position];
  const auto field = find_column(m_table, name);
  if (!field) {
    if (!name.empty() && !is_reject_column(name))
      m_header_warnings.push_back({line,
                                   name,
                                   {},
                                   message("The column {0} is not known and is left out.", name),
                                   known_columns(m_table)});
    return;
  }
  auto& place = m_header.positions[static_cast<std::size_t>(*field)];
  if (place)
    m_header_errors.push_back(
        {line,
         name,
         {},
         message("{0} and {1} are the same column.", m_header.names[*place], name),
         message("Leave only one of them in the file.")});
  else
    place = position;
}

bool RowReader::next(Row& row, Problems& problems) {
  do {
    if (!m_source(m_record)) return false;
  } while (!m_record.defect && is_blank(m_record.fields));
  row.line = m_record.line;
  row.header = &m_header;
  row.cells.assign(m_record.fields.begin(), m_record.fields.end());
  if (m_record.defect) {
    problems.push_back(*m_record.defect);
    return true;
  }
  while (row.cells.size() > m_header.names.size() && trim(row.cells.back()).empty())
    row.cells.pop_back();
  if (row.cells.size() != m_header.names.size()) problems.push_back(wrong_width(row));
  return true;
}

}  // namespace gridvisit::exchange
