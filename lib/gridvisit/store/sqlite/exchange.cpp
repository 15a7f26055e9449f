#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/format/sync.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/queue.hpp"

namespace gridvisit::store {
namespace sqlite {
namespace {

namespace fs = std::filesystem;

Error failure_of(const fs::path& path, int code) {
  const bool forbidden = code == EACCES || code == EPERM || code == EROFS;
  return {forbidden ? ErrorKind::permission : ErrorKind::io,
          message("{0} can't be replaced: {1}.", path.string(), system_reason(code)),
          message("Nothing was changed. Check who owns the folder.")};
}

/// Holds the lock of writers on the file, after SQLite has rolled back what a crash left half
/// done. Nothing if SQLite itself can't make sense of the file: then nobody works with it.
std::unique_ptr<Connection> locked(const fs::path& file, const std::optional<AuditEntry>& head,
                                   std::chrono::seconds patience) {
  try {
    const auto purpose = head ? Purpose::maintain : Purpose::make;
    auto connection = std::make_unique<Connection>(file, purpose, patience);
    // In an empty file beginning to write is a change already.
    if (fs::file_size(file) > 0) connection->begin_writing();
    return connection;
  } catch (const Error& error) {
    const bool senseless = error.kind() == ErrorKind::version || error.kind() == ErrorKind::damaged;
    if (head || !senseless) throw;
    return nullptr;
  }
}

void check_head(Connection& connection, const AuditEntry& head) {
  if (head_of(connection).hash == head.hash) return;
  throw Error{ErrorKind::busy, message("Somebody wrote to the database meanwhile."),
              message("Nothing was changed. Try again.")};
}

/// A journal with content belongs to the old file, and would be played into the new one.
void check_no_journal(const fs::path& file) {
  for (const auto* suffix : {"-journal", "-wal"}) {
    std::error_code failed;
    const fs::path journal = file.string() + suffix;
    const auto size = fs::file_size(journal, failed);
    if (!failed && size > 0)
      throw Error{
          ErrorKind::damaged,
          message("{0} holds changes that could not be finished or undone.", journal.string()),
          message("Nothing was changed. Move it away together with the database, and "
                  "restore again.")};
  }
}

void confirm_exchange(const fs::path& file) {
  if (const int why = format::sync_folder(file.parent_path()); why != 0)
    throw Error{ErrorKind::io,
                message("The backup is in its place, but the disk did not confirm it: {0}.",
                        system_reason(why)),
                message("Look with `gridvisit verify` which of the two is there.")};
}

void exchange_names(const fs::path& file, const fs::path& copy,
                    const std::optional<AuditEntry>& head, std::chrono::seconds patience) {
  const auto connection = locked(file, head, patience);
  if (connection && head) check_head(*connection, *head);
  check_no_journal(file);
  if (::renameat2(AT_FDCWD, copy.c_str(), AT_FDCWD, file.c_str(), RENAME_EXCHANGE) != 0)
    throw failure_of(file, errno);
}

}  // namespace
}  // namespace sqlite

void check_place(const std::filesystem::path& database) {
  sqlite::check_no_journal(sqlite::plain_path(database));
}

void exchange(const std::filesystem::path& database, const std::filesystem::path& copy,
              const std::optional<AuditEntry>& head, std::chrono::seconds patience) {
  try {
    const auto file = sqlite::checked_file(sqlite::plain_path(database));
    const sqlite::WriterTurn turn{file, patience};
    sqlite::exchange_names(file, copy, head, patience);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(copy, ignored);
    throw;
  }
  sqlite::confirm_exchange(database);
}

}  // namespace gridvisit::store
