#include "gridvisit/exchange/header_search.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/text.hpp"

namespace gridvisit::exchange {
namespace {

using Cells = std::vector<std::string>;

bool is_blank(const std::string& cell) {
  return trim(cell).empty();
}

bool names_column(const Cells& cells, const Table& table, Field field) {
  return std::ranges::any_of(
      cells, [&](const std::string& cell) { return find_column(table, cell) == field; });
}

bool names_required(const Cells& cells, const Table& table) {
  return std::ranges::all_of(table.columns, [&](const Column& column) {
    return !column.required || names_column(cells, table, column.field);
  });
}

std::ptrdiff_t columns_named(const Cells& cells, const Table& table) {
  return std::ranges::count_if(table.columns, [&](const Column& column) {
    return names_column(cells, table, column.field);
  });
}

const std::string& cell_at(const Cells& cells, std::size_t position) {
  static const std::string blank;
  return position < cells.size() ? cells[position] : blank;
}

/// Two rows as one header: what stands lower is the narrower name.
Cells joined(const Cells& upper, const Cells& lower) {
  Cells cells(std::max(upper.size(), lower.size()));
  for (std::size_t at = 0; at < cells.size(); ++at)
    cells[at] = is_blank(cell_at(lower, at)) ? cell_at(upper, at) : cell_at(lower, at);
  return cells;
}

/// Whether `row` names columns and nothing else, none of which the header has already, so that it
/// is the lower half of a header of two rows. A row of data fills required columns instead.
bool continues(const Cells& header, const Cells& row, const Table& table) {
  return std::ranges::all_of(row, [&](const std::string& cell) {
    const auto field = find_column(table, cell);
    return is_blank(cell) || (field && !names_column(header, table, *field));
  });
}

/// The header without names that only the row above gives and the table does not know.
Cells with_names_from_above(const Cells& above, Cells header, const Table& table) {
  for (std::size_t at = 0; at < above.size(); ++at) {
    const auto field = find_column(table, above[at]);
    if (!field || names_column(header, table, *field) || !is_blank(cell_at(header, at))) continue;
    header.resize(std::max(header.size(), at + 1));
    header[at] = above[at];
  }
  return header;
}

/// The rows from the top on, until one completes the header.
class HeaderSearch {
 public:
  HeaderSearch(const format::RecordSource& source, const Table& table)
      : m_source{source}, m_table{table} {}

  std::optional<FoundHeader> find() {
    constexpr std::size_t k_most_rows = 20;
    while (m_rows.size() < k_most_rows) {
      auto row = read();
      if (!row) break;
      m_rows.push_back(std::move(*row));
      if (auto header = complete()) return header;
    }
    return best();
  }

 private:
  std::optional<KeptRecord> read() {
    format::Record record;
    if (!m_source.next(record)) return std::nullopt;
    return KeptRecord{record};
  }

  std::optional<FoundHeader> complete() {
    auto header = m_rows.back();
    const Cells above = m_rows.size() > 1 ? m_rows[m_rows.size() - 2].cells : Cells{};
    if (names_required(header.cells, m_table)) {
      header.cells = with_names_from_above(above, std::move(header.cells), m_table);
      return with_lower_half({std::move(header), m_rows.size() > 1, std::nullopt});
    }
    header.cells = joined(above, header.cells);
    if (!names_required(header.cells, m_table)) return std::nullopt;
    return FoundHeader{std::move(header), m_rows.size() > 2, std::nullopt};
  }

  FoundHeader with_lower_half(FoundHeader found) {
    found.next = read();
    if (!found.next || !continues(found.header.cells, found.next->cells, m_table)) return found;
    found.header.cells = joined(found.header.cells, found.next->cells);
    found.next.reset();
    return found;
  }

  std::optional<FoundHeader> best() const {
    const auto most = std::ranges::max_element(
        m_rows, {}, [&](const KeptRecord& row) { return columns_named(row.cells, m_table); });
    if (most == m_rows.end()) return std::nullopt;
    return FoundHeader{*most, most != m_rows.begin(), std::nullopt};
  }

  const format::RecordSource& m_source;
  const Table& m_table;
  std::vector<KeptRecord> m_rows;
};

}  // namespace

KeptRecord::KeptRecord(const format::Record& record)
    : line{record.line},
      cells{record.fields.begin(), record.fields.end()},
      defect{record.defect},
      cell_defects{record.cell_defects} {}

format::Record KeptRecord::record() const {
  return {line, {cells.begin(), cells.end()}, defect, cell_defects};
}

std::optional<FoundHeader> find_header(const format::RecordSource& source, const Table& table) {
  return HeaderSearch{source, table}.find();
}

}  // namespace gridvisit::exchange
