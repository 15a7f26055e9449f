#include "gridvisit/usecase/back_up.hpp"

#include <system_error>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/backup_series.hpp"
#include "gridvisit/usecase/sound_copy.hpp"

namespace gridvisit::usecase {
namespace {

namespace fs = std::filesystem;

/// In a folder the file is begun without the number of its last entry, which is not known yet.
fs::path file_of(const BackupRequest& request) {
  if (!fs::is_directory(request.to)) return request.to;
  return request.to / backup_name(series_of(request.database), request.moment, 0);
}

/// The database, its journal and its queue are no places for a copy of it.
void check_target(const fs::path& file, const fs::path& database) {
  std::error_code ignored;
  const auto name = fs::weakly_canonical(file, ignored).native();
  const auto taken = fs::weakly_canonical(database, ignored).native();
  if (name == taken || name.starts_with(taken + "-"))
    throw Error{ErrorKind::refused, message("{0} belongs to the database itself.", file.string()),
                message("Name another file, best on another disk.")};
}

/// What was copied must be what was there.
void check(const fs::path& copy, const store::AuditEntry& head) {
  const auto sound = require_sound(copy);
  if (sound.head.hash != head.hash)
    throw Error{ErrorKind::io, message("The copy does not hold what was copied."),
                message("Nothing was kept of it. Look whether the disk is failing.")};
}

}  // namespace

Backup back_up(const BackupRequest& request) {
  auto path = file_of(request);
  check_target(path, request.database);
  format::AtomicFile file{path, request.existing};
  auto head = store::copy_database(request.database, file.temporary(), request.patience);
  check(file.temporary(), head);
  if (fs::is_directory(request.to)) {
    path.replace_filename(backup_name(series_of(request.database), request.moment, head.sequence));
    file.rename(path.filename());
  }
  file.commit();
  return {path, std::move(head), fs::file_size(path)};
}

void record_backup(store::Store& store, const store::Authorship& authorship, const Backup& backup) {
  const auto name = with_visible_controls(backup.file.filename().string());
  store.write(authorship)
      ->commit({"backup", fmt::format("{}, {}", name, store::short_head(backup.head))});
}

}  // namespace gridvisit::usecase
