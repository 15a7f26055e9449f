#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/exchange/table.hpp"
#include "gridvisit/format/encoding.hpp"

namespace gridvisit::cli {

/// Names of tables and encodings as values; Error(usage) names those there are. `also` are names
/// that could have been written in the same place.
exchange::TableKind table_typed(std::string_view word, const std::vector<std::string>& also = {});
format::Encoding encoding_typed(std::string_view word);

}  // namespace gridvisit::cli
