#pragma once

#include <cstdint>
#include <filesystem>

#include "gridvisit/exchange/row_reader.hpp"
#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/l10n/catalog.hpp"

namespace gridvisit::cli {

/// The rows that an import did not take, as they came, with what is wrong behind them: the file
/// can be mended and imported again. It appears only if there are any.
class RejectsFile {
 public:
  RejectsFile(const std::filesystem::path& path, format::Existing existing,
              const format::CsvStyle& style, const l10n::Catalog& catalog);

  void add(const exchange::Row& row, const exchange::Problems& problems);
  void commit();

 private:
  void add_header(const exchange::Header& header);

  format::AtomicFile m_file;
  format::CsvWriter m_csv;
  const l10n::Catalog& m_catalog;
  bool m_has_rows = false;
};

}  // namespace gridvisit::cli
