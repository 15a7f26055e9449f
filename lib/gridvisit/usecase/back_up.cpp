#include "gridvisit/usecase/back_up.hpp"

#include <system_error>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/store/sealing.hpp"
#include "gridvisit/usecase/backup_series.hpp"
#include "gridvisit/usecase/sound_copy.hpp"

namespace gridvisit::usecase {
namespace {

namespace fs = std::filesystem;

fs::path file_of(const BackupRequest& request, std::int64_t sequence) {
  if (!fs::is_directory(request.to)) return request.to;
  const auto sealing = request.passphrase ? Sealing::sealed : Sealing::clear;
  return request.to / backup_name(series_of(request.database), request.moment, sequence, sealing);
}

/// What names the file, whatever links lead to it.
std::string resolved(const fs::path& file) {
  std::error_code failed;
  auto name = fs::weakly_canonical(file, failed).native();
  if (failed)
    throw Error{ErrorKind::io,
                message("{0} can't be used: {1}.", file.string(), system_reason(failed.value()))};
  return name;
}

/// The database, its journal and its queue are no places for a copy of it.
void check_target(const fs::path& file, const fs::path& database) {
  const auto name = resolved(file);
  const auto taken = resolved(database);
  if (name == taken || name.starts_with(taken + "-"))
    throw Error{ErrorKind::refused, message("{0} belongs to the database itself.", file.string()),
                message("Name another file, best on another disk.")};
}

Error not_as_copied() {
  return {ErrorKind::io, message("The copy does not hold what was copied."),
          message("Nothing was kept of it. Look whether the disk is failing.")};
}

/// What was copied must be what was there.
store::AuditEntry copy_checked(const BackupRequest& request, const fs::path& copy) {
  auto head = store::copy_database(request.database, copy, request.patience, request.onlooker);
  if (require_sound(copy, request.onlooker).head.hash != head.hash) throw not_as_copied();
  return head;
}

/// The bytes of a file, seen as a stage of the work.
class Watched {
 public:
  Watched(const fs::path& path, const Onlooker& onlooker, TextId stage)
      : m_file{format::InputFile::open(path)},
        m_stage{onlooker, stage, WorkUnit::bytes, m_file.random_bytes().size} {}

  format::ByteSource bytes() { return format::counted(m_file.bytes(), m_stage); }

 private:
  format::InputFile m_file;
  Stage m_stage;
};

void seal_checked(const BackupRequest& request, const fs::path& clear, format::AtomicFile& sealed) {
  const auto& passphrase = *request.passphrase;
  Watched input{clear, request.onlooker, translatable("Sealing")};
  const auto digest =
      store::seal(input.bytes(), passphrase, [&](std::string_view bytes) { sealed.write(bytes); });
  Watched written{sealed.temporary(), request.onlooker, translatable("Reading back")};
  const auto read_back = store::unseal(written.bytes(), passphrase, [](std::string_view) {});
  if (read_back != digest) throw not_as_copied();
}

/// The copy in the clear lies beside the database. There is no backup unless it is gone.
store::AuditEntry copy_sealed(const BackupRequest& request, format::AtomicFile& file) {
  format::AtomicFile clear{fs::canonical(request.database).string() + ".backup",
                           format::Existing::replace};
  auto head = copy_checked(request, clear.temporary());
  seal_checked(request, clear.temporary(), file);
  clear.discard();
  return head;
}

}  // namespace

Backup back_up(const BackupRequest& request) {
  auto path = file_of(request, 0);
  check_target(path, request.database);
  format::AtomicFile file{path, request.existing};
  auto head =
      request.passphrase ? copy_sealed(request, file) : copy_checked(request, file.temporary());
  // In a folder the file was begun without the number of its last entry, which was not known yet.
  path = file_of(request, head.sequence);
  file.rename(path.filename());
  const auto bytes = fs::file_size(file.temporary());
  file.commit();
  return {path, std::move(head), bytes};
}

void record_backup(store::Store& store, const store::Authorship& authorship, const Backup& backup) {
  const auto name = with_visible_controls(backup.file.filename().string());
  store.write(authorship)
      ->commit({"backup", fmt::format("{}, {}", name, store::short_head(backup.head))});
}

}  // namespace gridvisit::usecase
