#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/format/record.hpp"

namespace gridvisit::format {

/// Reads one sheet of a workbook (.xlsx), row by row. Memory is bounded, but for the texts that
/// its cells share: up to 256 MB. Errors: `refused` for what is no workbook, has no such sheet,
/// or is made to fill memory or time; `damaged` for one that is not whole, which may be told only
/// at the end.
class XlsxReader {
 public:
  /// Without a name the first sheet that is not hidden. Error(not_found) names the sheets.
  XlsxReader(RandomBytes bytes, const std::optional<std::string>& sheet,
             const Onlooker& onlooker = {});
  ~XlsxReader();
  XlsxReader(const XlsxReader&) = delete;
  XlsxReader& operator=(const XlsxReader&) = delete;

  const std::string& sheet() const;
  /// The sheets that are not hidden, in their order.
  const std::vector<std::string>& visible_sheets() const;
  bool next(Record& record);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// What a file's first bytes tell of it.
enum class FileKind {
  text,          ///< or anything else
  archive,       ///< ZIP: a workbook, if anything that can be read here
  old_workbook,  ///< .xls, .et; or an .xlsx with a password, which is wrapped in the same way
};
FileKind kind_of(const RandomBytes& bytes);

}  // namespace gridvisit::format
