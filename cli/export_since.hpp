#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/store/store.hpp"

#include "command.hpp"

namespace gridvisit::cli {

/// From where an export that gives only changes goes on: `--since VERSION`, or the data version in
/// the `--head-file FILE`, which then gets the new one. A file that is not there yet means that
/// nothing was exported so far.
class ExportSince {
 public:
  explicit ExportSince(const Arguments& arguments);

  /// Whether only what changed is asked for.
  bool is_asked() const { return m_from || m_file; }
  /// The entry after which it begins; nothing: everything. Error(refused) if it is not one of this
  /// database.
  std::optional<std::int64_t> entry(const store::Session& session) const;
  /// So that a place which can't be written is found out before anything leaves.
  void open_file();
  /// Notes the version that the export was made from, when that is whole.
  void commit(const std::string& head);

 private:
  std::optional<store::HeadName> m_from;
  std::optional<std::string> m_file;
  std::optional<format::AtomicFile> m_output;
};

}  // namespace gridvisit::cli
