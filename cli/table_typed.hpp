#pragma once

#include <string_view>

#include "gridvisit/exchange/table.hpp"
#include "gridvisit/format/encoding.hpp"

namespace gridvisit::cli {

/// Names of tables and encodings as values; Error(usage) names those there are.
exchange::TableKind table_typed(std::string_view word);
format::Encoding encoding_typed(std::string_view word);

}  // namespace gridvisit::cli
