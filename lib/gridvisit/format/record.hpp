#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "gridvisit/base/problem.hpp"

namespace gridvisit::format {

/// A cell of a spreadsheet that does not say what its reader would see in it.
struct CellDefect {
  std::size_t position = 0;  ///< in the record's fields
  Message reason;
  Message mend;
};

/// One row of a file of rows. The fields live until the next one is read.
struct Record {
  std::int64_t line = 0;  ///< from 1: the line on which it begins, or the row of a spreadsheet
  std::vector<std::string_view> fields;
  std::optional<Problem> defect;  ///< the row can't be read; then it has no fields
  std::vector<CellDefect> cell_defects = {};
};

/// How people fill such a file.
enum class Layout {
  lines,  ///< for machines: the header is the first record, and each has as many fields
  sheet,  ///< for the eye: fields are cells (the first is A), titles stand above the header, and
          ///< empty cells at the end are left out
};

struct RecordSource {
  /// Reads the next record; false at the end.
  std::function<bool(Record&)> next;
  Layout layout = Layout::lines;
};

}  // namespace gridvisit::format
