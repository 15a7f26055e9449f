#include "table_typed.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {

exchange::TableKind table_typed(std::string_view word, const std::vector<std::string>& also) {
  if (const auto kind = exchange::parse_table_kind(word)) return *kind;
  std::vector<std::string> names;
  for (const auto& table : exchange::all_tables()) names.emplace_back(table.name);
  names.insert(names.end(), also.begin(), also.end());
  throw Error{ErrorKind::usage, message("There is no table {0}.", word),
              did_you_mean(word, names, message("The tables are {0}.", join(names, ", ")))};
}

format::Encoding encoding_typed(std::string_view word) {
  if (const auto encoding = format::parse_encoding(word)) return *encoding;
  throw Error{ErrorKind::usage, message("There is no encoding {0} here.", word),
              did_you_mean(word, std::vector<std::string>{"utf-8", "gb18030"},
                           message("The encodings are utf-8 and gb18030 (also for GBK and "
                                   "GB2312)."))};
}

}  // namespace gridvisit::cli
