#include <memory>

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

/// The entry names both versions.
AuditEntry entry_of(std::int64_t found, const AuditEntry& previous, const Authorship& authorship) {
  const auto steps = schema_steps();
  return next_entry(previous, authorship,
                    {k_migration, fmt::format("{} -> {}", found, steps.size())},
                    content_of_migration(steps.back()));
}

void check_is_still(const AuditEntry& head, const AuditEntry& expected) {
  if (head.hash == expected.hash) return;
  throw Error{ErrorKind::busy, message("Somebody wrote to the database after it was backed up."),
              message("Nothing was changed. Try again.")};
}

/// Everything in one transaction, which is left open. Gives its entry.
AuditEntry take_steps(Connection& connection, const AuditEntry& previous,
                      const Authorship& authorship) {
  const auto found = check_any_schema(connection.statements());
  take_missing_steps(connection.statements());
  auto entry = entry_of(found, previous, authorship);
  Writing nothing;
  SqliteAudit{{connection.statements(), nothing}}.add(entry, previous.hash);
  return entry;
}

void begin(Connection& connection) {
  Query{connection.statements(), k_foreign_keys_off}.run();
  connection.begin_writing();
}

}  // namespace
}  // namespace sqlite

AuditEntry migrate(const std::filesystem::path& database, const AuditEntry& head,
                   const Authorship& authorship, std::chrono::seconds patience) {
  using sqlite::Connection, sqlite::Purpose;
  const auto file = sqlite::checked_file(sqlite::plain_path(database));
  const sqlite::WriterTurn turn{file, patience};
  auto connection = std::make_unique<Connection>(file, Purpose::maintain, patience);
  sqlite::begin(*connection);
  sqlite::check_is_still(sqlite::head_of(*connection), head);
  auto entry = sqlite::take_steps(*connection, head, authorship);
  sqlite::make_durable(*connection, [&] {
    connection.reset();
    Connection fresh{file, Purpose::maintain, patience};
    return sqlite::head_of(fresh).hash == entry.hash;
  });
  return entry;
}

AuditEntry migrate_copy(const std::filesystem::path& copy, const Authorship& authorship) {
  sqlite::Connection connection{copy, sqlite::Purpose::keep_copy};
  sqlite::begin(connection);
  auto entry = sqlite::take_steps(connection, sqlite::head_of(connection), authorship);
  connection.commit();
  return entry;
}

}  // namespace gridvisit::store
