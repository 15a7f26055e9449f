#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/exchange/table.hpp"
#include "gridvisit/format/record.hpp"

namespace gridvisit::exchange {

/// A record that outlives the reading of the next one.
struct KeptRecord {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  std::optional<Problem> defect;
  std::vector<format::CellDefect> cell_defects;

  explicit KeptRecord(const format::Record& record);
  /// Valid as long as this lives.
  format::Record record() const;
};

struct FoundHeader {
  KeptRecord header;
  bool has_titles = false;         ///< rows stand above it
  std::optional<KeptRecord> next;  ///< the row behind it, if that had to be read
};

/// Finds the header of a sheet that people made: the first of its first 20 rows that names all
/// required columns, alone or together with the row above or below it, as where a merged cell
/// heads several columns. If none does, it is the one that names most. Nothing if there is no row.
std::optional<FoundHeader> find_header(const format::RecordSource& source, const Table& table);

}  // namespace gridvisit::exchange
