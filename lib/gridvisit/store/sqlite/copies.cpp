#include <memory>
#include <utility>

#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/file_reading.hpp"
#include "gridvisit/store/sqlite/schema.hpp"
#include "gridvisit/store/sqlite/sqlite_store.hpp"

namespace gridvisit::store {
namespace sqlite {
namespace {

constexpr auto* k_check_integrity = "PRAGMA integrity_check(1)";
constexpr auto* k_check_references = "PRAGMA foreign_key_check";
constexpr int k_pages_at_once = 1024;

/// SQLite's own copying of pages. It takes part in the reader's transaction, so that it neither
/// starts again when others write nor mixes two moments; it holds no more pages than the caches.
void copy_pages(Connection& from, Connection& to, const Onlooker& onlooker) {
  auto* target = to.statements().database();
  auto* backup = sqlite3_backup_init(target, "main", from.statements().database(), "main");
  if (backup == nullptr) throw failure(target);
  const auto of_page = page_size(from.statements()), pages = page_count(from.statements());
  Stage copying{onlooker, translatable("Copying"), WorkUnit::bytes, pages * of_page};
  int copied = SQLITE_OK;
  while (copied == SQLITE_OK) {
    copied = sqlite3_backup_step(backup, k_pages_at_once);
    const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(backup));
    copying.reach((pages - left) * of_page);
  }
  const int finished = sqlite3_backup_finish(backup);
  if (copied != SQLITE_DONE) throw failure(copied);
  if (finished != SQLITE_OK) throw failure(finished);
}

Error damaged(Message finding) {
  return {ErrorKind::damaged, std::move(finding),
          message("Keep the file as it is and go back to a backup.")};
}

void check_pages(Connection& connection) {
  Query query{connection.statements(), k_check_integrity};
  query.next();
  const auto finding = query.text();
  if (finding == "ok") return;
  if (is_disk_failure(connection.statements().database())) throw failure(SQLITE_IOERR_READ);
  throw damaged(message("The database is damaged: {0}.", finding));
}

void check_references(Connection& connection) {
  if (Query{connection.statements(), k_check_references}.next())
    throw damaged(message("Records of the database name others that are not there."));
}

SchemaVersions versions_of(Connection& connection) {
  return {check_any_schema(connection.statements()),
          static_cast<std::int64_t>(schema_steps().size())};
}

}  // namespace
}  // namespace sqlite

SchemaVersions schema_versions(const std::filesystem::path& database,
                               std::chrono::seconds patience) {
  const auto file = sqlite::checked_file(sqlite::plain_path(database));
  sqlite::Connection connection{file, sqlite::Purpose::maintain, patience};
  return sqlite::versions_of(connection);
}

AuditEntry copy_database(const std::filesystem::path& database, const std::filesystem::path& to,
                         std::chrono::seconds patience, const Onlooker& onlooker) {
  const auto file = sqlite::checked_file(sqlite::plain_path(database));
  sqlite::Connection source{file, sqlite::Purpose::maintain, patience};
  sqlite::Connection target{to, sqlite::Purpose::make_copy};
  source.begin_reading();
  auto head = sqlite::head_of(source);  // the first read fixes the moment
  sqlite::copy_pages(source, target, onlooker);
  source.commit();
  return head;
}

SoundCopy check_copy(const std::filesystem::path& copy, const Onlooker& onlooker) {
  sqlite::Connection connection{copy, sqlite::Purpose::keep_copy};
  {
    const sqlite::FileReading checking{connection.statements(), onlooker,
                                       translatable("Checking the file")};
    sqlite::check_pages(connection);
    sqlite::check_references(connection);
  }
  return {sqlite::versions_of(connection), sqlite::head_of(connection)};
}

std::unique_ptr<Store> open_copy(const std::filesystem::path& copy) {
  return std::make_unique<sqlite::SqliteStore>(
      std::make_shared<sqlite::Connections>(copy, k_usual_patience, sqlite::Purpose::keep_copy));
}

}  // namespace gridvisit::store
