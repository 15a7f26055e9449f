#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "gridvisit/base/problem.hpp"

namespace gridvisit::format {

/// One row of a file of rows. The fields live until the next one is read.
struct Record {
  std::int64_t line = 0;  ///< on which it begins, from 1
  std::vector<std::string_view> fields;
  std::optional<Problem> defect;  ///< the row can't be read; then it has no fields
};

/// Reads the next record, whatever the file is; false at the end.
using RecordSource = std::function<bool(Record&)>;

}  // namespace gridvisit::format
