#include "gridvisit/usecase/restore.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <system_error>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/store/sealing.hpp"
#include "gridvisit/usecase/free_name.hpp"
#include "gridvisit/usecase/sound_copy.hpp"

namespace gridvisit::usecase {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_told = 5;

fs::path links_followed(const fs::path& database) {
  std::error_code failed;
  auto resolved = fs::canonical(database, failed);
  return failed ? database : resolved;
}

/// A free name beside the database, if there is one.
std::optional<fs::path> name_to_keep(const fs::path& database, const std::string& moment) {
  if (!is_there(database)) return std::nullopt;
  return free_name(database.string() + ".before-restore-" + moment);
}

void check_is_another(const fs::path& backup, const fs::path& database) {
  std::error_code ignored;
  if (fs::equivalent(backup, database, ignored))
    throw Error{ErrorKind::refused, message("{0} is the database itself.", backup.string()),
                message("Name the backup.")};
}

/// What is found in the copy is told of the backup.
Error of_backup(const fs::path& backup, const Error& error) {
  if (error.kind() != ErrorKind::damaged && error.kind() != ErrorKind::version) return error;
  const auto hint =
      error.kind() == ErrorKind::version ? error.hint() : message("Try an older backup.");
  return {error.kind(),
          message("The backup {0} can't be restored, and nothing was changed: {1}", backup.string(),
                  error.message()),
          hint};
}

/// The last entry that both chains have. Since each hash covers all before it, equal entries have
/// equal pasts.
std::int64_t last_common(const store::Audit& one, const store::Audit& other) {
  std::int64_t common = 0;
  auto beyond = std::min(one.head().sequence, other.head().sequence) + 1;
  while (common + 1 < beyond) {
    const auto middle = common + (beyond - common) / 2;
    const auto left = one.find(middle), right = other.find(middle);
    const bool same = left && right && left->hash == right->hash;
    (same ? common : beyond) = middle;
  }
  return common;
}

std::vector<store::AuditEntry> entries_after(const store::Audit& audit, std::int64_t sequence) {
  std::vector<store::AuditEntry> entries;
  audit.each(sequence + 1, [&](const store::AuditEntry& entry) {
    entries.push_back(entry);
    return entries.size() < k_most_told;
  });
  return entries;
}

/// Nothing if there is no database. One that can't be used safely as it lies there, or now, can't
/// be replaced safely either.
std::unique_ptr<store::Store> opened(const RestoreRequest& request, Comparison& comparison) {
  try {
    return store::open(request.database, request.patience);
  } catch (const Error& error) {
    switch (error.kind()) {
      case ErrorKind::not_found:
        return nullptr;
      case ErrorKind::version:
      case ErrorKind::damaged:
      case ErrorKind::io:
        comparison.unreadable = error;
        return nullptr;
      default:
        throw;
    }
  }
}

}  // namespace

Restoration::Restoration(const RestoreRequest& request)
    : m_request{request},
      m_database{links_followed(request.database)},
      m_kept{name_to_keep(m_database, request.moment)},
      m_file{m_kept.value_or(m_database), format::Existing::refuse} {
  check_is_another(request.backup, m_database);
  if (!m_kept) store::check_place(m_database);
  try {
    take_in();
    m_comparison.backup = require_sound(m_file.temporary(), request.onlooker);
  } catch (const Error& error) {
    throw of_backup(request.backup, error);
  }
  compare();
}

void Restoration::take_in() {
  const auto file = format::InputFile::open(m_request.backup);
  const auto sink = [&](std::string_view bytes) { m_file.write(bytes); };
  std::array<char, 1 << 16> chunk{};
  const auto size = file.bytes()(std::span{chunk}.first(store::k_seal_mark_size));
  const bool sealed = store::is_sealed({chunk.data(), size});
  const auto passphrase = sealed ? m_request.passphrase() : std::string{};
  Stage reading{m_request.onlooker, translatable("Reading"), WorkUnit::bytes,
                file.random_bytes().size};
  const auto bytes = format::counted(file.bytes(), reading);
  if (sealed) {
    store::unseal(bytes, passphrase, sink);
    return;
  }
  while (const auto more = bytes(chunk)) sink({chunk.data(), more});
}

void Restoration::compare() {
  const auto current = opened(m_request, m_comparison);
  if (!current) return;
  const auto session = current->read();
  m_comparison.database = session->audit().head();
  // An older schema's chain reads alike, but only the newest can be opened.
  if (!m_comparison.backup.schema.is_newest()) return;
  const auto backup = store::open_copy(m_file.temporary())->read();
  m_comparison.common = last_common(session->audit(), backup->audit());
  m_comparison.first_lost = entries_after(session->audit(), m_comparison.common);
}

store::AuditEntry Restoration::put_on_record(const store::Authorship& authorship) {
  if (!m_comparison.backup.schema.is_newest()) store::migrate_copy(m_file.temporary(), authorship);
  const auto name = with_visible_controls(m_request.backup.filename().string());
  auto reference = fmt::format("{}, {}", name, store::short_head(m_comparison.backup.head));
  if (m_comparison.database)
    reference += fmt::format(" in place of {}", store::short_head(*m_comparison.database));
  return store::open_copy(m_file.temporary())->write(authorship)->commit({"restore", reference});
}

store::AuditEntry Restoration::carry_out(const store::Authorship& authorship) {
  auto head = put_on_record(authorship);
  if (!m_kept) {
    m_file.commit();
    return head;
  }
  lay_beside();
  store::exchange(m_database, *m_kept, m_comparison.database, m_request.patience);
  return head;
}

/// Under the name that the present database is to have.
void Restoration::lay_beside() {
  try {
    m_file.share_like(m_database);
    m_file.commit();
  } catch (const Error& error) {
    throw Error{error.kind(), message("Nothing was restored: {0}", error.message()),
                message("Look at the disk, and try again.")};
  }
}

}  // namespace gridvisit::usecase
