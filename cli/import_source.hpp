#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/format/encoding.hpp"
#include "gridvisit/format/record.hpp"
#include "gridvisit/format/xlsx/xlsx_reader.hpp"

namespace gridvisit::cli {

/// Which file an import is to read, and what was said about it.
struct SourceWanted {
  std::string name;                          ///< - is the standard input
  std::optional<format::Encoding> encoding;  ///< of CSV
  std::optional<std::string> sheet;          ///< of a workbook
};

/// The file that an import reads: CSV or a sheet of a workbook, which its content tells apart.
class ImportSource {
 public:
  /// Error(usage) if what was said about it does not go with the file; else as InputFile,
  /// detect_encoding and XlsxReader.
  ImportSource(const SourceWanted& wanted, std::istream& input, const Onlooker& onlooker);

  /// The workbook, if it is one.
  const format::XlsxReader* workbook() const { return m_workbook.get(); }
  /// Its rows from the beginning, once; while this lives.
  format::RecordSource records();
  /// How rows that are put aside are written, so that they look as they came.
  format::CsvStyle style_of_rejects() const;

 private:
  void open_workbook(const SourceWanted& wanted, const Onlooker& onlooker);
  void open_csv(const SourceWanted& wanted);

  format::InputFile m_file;
  format::Encoding m_encoding = format::Encoding::utf8;
  std::unique_ptr<format::XlsxReader> m_workbook;
  std::optional<Stage> m_reading;  ///< of CSV
};

}  // namespace gridvisit::cli
