#include "gridvisit/store/audit.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_last = R"sql(
  SELECT sequence, at, actor, worker, operation, reference, content_hash, hash FROM audit
  ORDER BY sequence DESC LIMIT 1)sql";

constexpr auto* k_find_entry = R"sql(
  SELECT sequence, at, actor, worker, operation, reference, content_hash, hash FROM audit
  WHERE sequence = :sequence)sql";

constexpr auto* k_from = R"sql(
  SELECT sequence, at, actor, worker, operation, reference, content_hash, hash FROM audit
  WHERE sequence >= :first ORDER BY sequence)sql";

constexpr auto* k_changes_of_ground = R"sql(
  SELECT sequence, at, actor, worker, operation, reference, content_hash, hash FROM audit
  WHERE sequence > :after AND sequence IN (
    SELECT entry FROM area WHERE entry > :after
    UNION SELECT entry FROM area_past WHERE entry > :after
    UNION SELECT entry FROM assignment WHERE entry > :after
    UNION SELECT entry FROM assignment_past WHERE entry > :after
    UNION SELECT entry FROM leave WHERE entry > :after
    UNION SELECT entry FROM leave_past WHERE entry > :after
    UNION SELECT entry FROM residence WHERE entry > :after
    UNION SELECT entry FROM residence_past WHERE entry > :after
    UNION SELECT entry FROM category WHERE entry > :after
    UNION SELECT entry FROM tag WHERE entry > :after
    UNION SELECT entry FROM tag_past WHERE entry > :after
    UNION SELECT entry FROM patrol WHERE entry > :after
    UNION SELECT entry FROM policy WHERE entry > :after
    UNION SELECT entry FROM holiday WHERE entry > :after
    UNION SELECT entry FROM holiday_past WHERE entry > :after)
  ORDER BY sequence)sql";

constexpr auto* k_insert_entry = R"sql(
  INSERT INTO audit (sequence, at, actor, worker, operation, reference, content_hash, previous,
    hash)
  VALUES (:sequence, :at, :actor, :worker, :operation, :reference, :content_hash, :previous,
    :hash))sql";

AuditEntry read_entry(Query& row) {
  AuditEntry entry;
  entry.sequence = row.number();
  entry.at = row.instant();
  for (auto* field : {&entry.actor, &entry.worker, &entry.operation, &entry.reference,
                      &entry.content_hash, &entry.hash})
    *field = row.text();
  return entry;
}

}  // namespace

AuditEntry head_of(Connection& connection) {
  Writing nothing;
  return SqliteAudit{{connection.statements(), nothing}}.head();
}

AuditEntry SqliteAudit::head() const {
  Query query{m_page.statements, k_last};
  if (query.next()) return read_entry(query);
  throw Error{ErrorKind::damaged, message("The audit chain of the database is empty."),
              message("Keep the file as it is and go back to a backup.")};
}

std::optional<AuditEntry> SqliteAudit::find(std::int64_t sequence) const {
  Query query{m_page.statements, k_find_entry};
  if (!query.bind(":sequence", sequence).next()) return std::nullopt;
  return read_entry(query);
}

void SqliteAudit::each(std::int64_t first,
                       const std::function<bool(const AuditEntry&)>& see) const {
  Query query{m_page.statements, k_from};
  query.bind(":first", first);
  while (query.next())
    if (!see(read_entry(query))) return;
}

void SqliteAudit::each_change_of_ground(std::int64_t sequence,
                                        const std::function<bool(const AuditEntry&)>& see) const {
  Query query{m_page.statements, k_changes_of_ground};
  query.bind(":after", sequence);
  while (query.next())
    if (!see(read_entry(query))) return;
}

void SqliteAudit::add(const AuditEntry& entry, const std::string& previous) {
  Query{m_page.statements, k_insert_entry}
      .bind(":sequence", entry.sequence)
      .bind(":at", entry.at)
      .bind(":actor", entry.actor)
      .bind(":worker", entry.worker)
      .bind(":operation", entry.operation)
      .bind(":reference", entry.reference)
      .bind(":content_hash", entry.content_hash)
      .bind(":previous", previous)
      .bind(":hash", entry.hash)
      .run();
}

}  // namespace gridvisit::store::sqlite
