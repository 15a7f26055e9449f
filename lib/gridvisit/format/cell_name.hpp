#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How spreadsheet programs call their cells. Positions count from 0, rows from 1.
namespace gridvisit::format {

/// A, B, …, Z, AA, …
std::string column_name(std::size_t position);
/// Nothing for what is no name of a column, or of one far outside of any sheet.
std::optional<std::size_t> column_named(std::string_view letters);
/// B5
std::string cell_name(std::size_t position, std::int64_t row);

}  // namespace gridvisit::format
