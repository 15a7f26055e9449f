#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/base/problem.hpp"
#include "gridvisit/exchange/header_search.hpp"
#include "gridvisit/exchange/table.hpp"
#include "gridvisit/format/record.hpp"

namespace gridvisit::exchange {

using Problems = std::vector<Problem>;

/// Which column of a file holds which field.
struct Header {
  const Table* table = nullptr;
  format::Layout layout = format::Layout::lines;
  std::int64_t line = 0;
  std::vector<std::string> names;  ///< as the file spells them
  std::array<std::optional<std::size_t>, k_field_count> positions;

  std::optional<std::size_t> position(Field field) const {
    return positions[static_cast<std::size_t>(field)];
  }
};

/// One row of a file; its cells live until the next one is read.
struct Row {
  std::int64_t line = 0;
  std::vector<std::string_view> cells;  ///< in the file's order
  const Header* header = nullptr;

  /// The cell without its guard against formulas and without spaces around it; nothing if the
  /// file has no such column.
  std::optional<std::string_view> cell(Field field) const;
  /// The column as the file spells it.
  std::string column(Field field) const;
  /// What a spreadsheet calls the cell; empty for other files.
  std::string cell_name(Field field) const;
};

/// The names of the columns that a file of rejected rows has behind its own; read and ignored
/// when the mended file comes back.
inline constexpr std::array<std::string_view, 5> k_reject_columns{"line", "column", "value",
                                                                  "reason", "mend"};

/// Reads a table's file: the header, then row after row in bounded memory.
class RowReader {
 public:
  /// Reads the header: the first record, or as header_search.hpp finds it in a sheet.
  RowReader(format::RecordSource source, const Table& table);
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  const Header& header() const { return m_header; }
  /// No table can be read: a required column is missing, one is there twice, nothing is there.
  const Problems& header_errors() const { return m_header_errors; }
  /// Columns that are not read.
  const Problems& header_warnings() const { return m_header_warnings; }

  /// The next row that is not empty, or false at the end. A row that can't be read adds to
  /// `problems`, with the cells it has.
  bool next(Row& row, Problems& problems);

 private:
  void take_header(const std::vector<std::string_view>& cells);
  void take_column(std::size_t position);
  void find_header();
  bool next_record();
  void fit_to_header(Row& row, Problems& problems) const;
  void add_cell_defects(const Row& row, Problems& problems) const;

  format::RecordSource m_source;
  const Table& m_table;
  format::Record m_record;
  std::optional<KeptRecord> m_next;  // read already, while the header was looked for
  std::optional<KeptRecord> m_kept;  // what m_record looks at, if it was that one
  Header m_header;
  Problems m_header_errors;
  Problems m_header_warnings;
};

}  // namespace gridvisit::exchange
