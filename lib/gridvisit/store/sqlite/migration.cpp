#include <string>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/queue.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

namespace gridvisit::store {
namespace sqlite {
namespace {

constexpr auto* k_foreign_keys_off = "PRAGMA foreign_keys = OFF";

/// The entry names both versions, and holds the fingerprint of the new schema as its content.
AuditEntry entry_of(std::int64_t found, const AuditEntry& previous, const Authorship& authorship) {
  const auto steps = schema_steps();
  ContentHash content;
  content.add(steps.back().fingerprint);
  return next_entry(previous, authorship, {"migrate", fmt::format("{} -> {}", found, steps.size())},
                    content.hexadecimal());
}

/// Everything in one transaction. `expected` is the head that must still be there, if any.
AuditEntry migrate(Connection& connection, const Authorship& authorship,
                   const AuditEntry* expected) {
  Query{connection.statements(), k_foreign_keys_off}.run();
  connection.begin_writing();
  Writing nothing;
  SqliteAudit audit{{connection.statements(), nothing}};
  const auto previous = audit.head();
  if (expected != nullptr && expected->hash != previous.hash)
    throw Error{ErrorKind::busy, message("Somebody wrote to the database after it was backed up."),
                message("Nothing was changed. Try again.")};
  const auto found = check_any_schema(connection.statements());
  take_missing_steps(connection.statements());
  const auto entry = entry_of(found, previous, authorship);
  audit.add(entry, previous.hash);
  connection.commit();
  return entry;
}

}  // namespace
}  // namespace sqlite

AuditEntry migrate(const std::filesystem::path& database, const AuditEntry& head,
                   const Authorship& authorship, std::chrono::seconds patience) {
  const auto file = sqlite::checked_file(sqlite::plain_path(database));
  const sqlite::WriterTurn turn{file, patience};
  sqlite::Connection connection{file, sqlite::Purpose::maintain, patience};
  return sqlite::migrate(connection, authorship, &head);
}

AuditEntry migrate_copy(const std::filesystem::path& copy, const Authorship& authorship) {
  sqlite::Connection connection{copy, sqlite::Purpose::keep_copy};
  return sqlite::migrate(connection, authorship, nullptr);
}

}  // namespace gridvisit::store
