#pragma once

#include <memory>
#include <string>

#include "gridvisit/exchange/row_cells.hpp"
#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/format/json.hpp"
#include "gridvisit/format/xlsx/xlsx_writer.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/render/render.hpp"

namespace gridvisit::cli {

/// How the rows of a table leave.
struct RowsWanted {
  const exchange::Table& table;
  report::Format format = report::Format::csv;  ///< csv, ndjson or xlsx
  format::CsvStyle style;                       ///< of CSV
  const l10n::Catalog& catalog;                 ///< for the heads of a workbook
};

/// Writes rows to a sink, in bounded memory.
class RowWriter {
 public:
  RowWriter(const RowsWanted& wanted, format::ByteSink sink);

  void write(const exchange::Cells& cells);
  /// Hands the last rows to the sink. Nothing may be written afterwards.
  void finish();

 private:
  void begin_workbook(const l10n::Catalog& catalog);
  void write_line(const exchange::Cells& cells);
  void flush();

  const exchange::Table& m_table;
  report::Format m_format;
  format::ByteSink m_sink;
  format::CsvWriter m_csv;
  format::JsonWriter m_json;
  std::string m_lines;
  std::unique_ptr<format::XlsxWriter> m_workbook;
};

}  // namespace gridvisit::cli
