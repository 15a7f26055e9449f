#include "table_typed.hpp"

#include "gridvisit/base/error.hpp"

#include "spelling.hpp"

namespace gridvisit::cli {

exchange::TableKind table_typed(std::string_view word) {
  if (const auto kind = exchange::parse_table_kind(word)) return *kind;
  throw Error{
      ErrorKind::usage, message("There is no table {0}.", word),
      did_you_mean(word,
                   {"areas", "workers", "assignments", "households", "tags", "visits", "holidays"},
                   message("The tables are areas, workers, assignments, households, tags, "
                           "visits, holidays."))};
}

format::Encoding encoding_typed(std::string_view word) {
  if (const auto encoding = format::parse_encoding(word)) return *encoding;
  throw Error{ErrorKind::usage, message("There is no encoding {0} here.", word),
              did_you_mean(word, {"utf-8", "gb18030"},
                           message("The encodings are utf-8 and gb18030 (also for GBK and "
                                   "GB2312)."))};
}

}  // namespace gridvisit::cli
