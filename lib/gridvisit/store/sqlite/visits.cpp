#include <algorithm>
#include <set>
#include <utility>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_next_number = R"sql(
  SELECT coalesce(max(id), 0) + 1 FROM visit)sql";

// The grid by the lowest id and not by ORDER BY and LIMIT: those make a table of their own.
constexpr auto* k_insert_visit = R"sql(
  INSERT INTO visit (id, household, worker, day, minute, mode, outcome, note_digest, replaces,
    recorded_at, grid, checksum, entry)
  VALUES (:id, :household, :worker, :day, :minute, :mode, :outcome, :note_digest, :replaces,
    :recorded_at,
    (SELECT grid FROM residence WHERE id = (
      SELECT min(id) FROM residence
      WHERE household = :household AND coalesce(from_day, :day) <= :day
        AND coalesce(until_day, :day) >= :day)),
    :checksum, :entry))sql";

// A statement whose triggers may refuse keeps a copy of every page that it touches until it is
// done. Many rows in one statement share those copies: that saves a third of what inserting costs.
constexpr std::size_t k_at_once = 4096;
constexpr auto* k_make_pending = R"sql(
  CREATE TEMP TABLE IF NOT EXISTS pending_visit (id INTEGER, household INTEGER,
    worker INTEGER, day INTEGER, minute INTEGER, mode INTEGER, outcome INTEGER, note_digest BLOB,
    replaces INTEGER, recorded_at INTEGER, checksum INTEGER, entry INTEGER))sql";

constexpr auto* k_clear_pending = R"sql(
  DELETE FROM temp.pending_visit)sql";

constexpr auto* k_insert_pending = R"sql(
  INSERT INTO temp.pending_visit (id, household, worker, day, minute, mode, outcome, note_digest,
    replaces, recorded_at, checksum, entry)
  VALUES (:id, :household, :worker, :day, :minute, :mode, :outcome, :note_digest, :replaces,
    :recorded_at, :checksum, :entry))sql";

constexpr auto* k_insert_all_pending = R"sql(
  INSERT INTO visit (id, household, worker, day, minute, mode, outcome, note_digest, replaces,
    recorded_at, grid, checksum, entry)
  SELECT id, household, worker, day, minute, mode, outcome, note_digest, replaces, recorded_at,
    (SELECT grid FROM residence WHERE residence.id = (
      SELECT min(residence.id) FROM residence
      WHERE residence.household = pending_visit.household
        AND coalesce(from_day, pending_visit.day) <= pending_visit.day
        AND coalesce(until_day, pending_visit.day) >= pending_visit.day)),
    checksum, entry
  FROM temp.pending_visit ORDER BY pending_visit.rowid)sql";

constexpr auto* k_insert_visit_note = R"sql(
  INSERT INTO visit_note (visit, salt, text) VALUES (:visit, :salt, :text))sql";

constexpr auto* k_exists = R"sql(
  SELECT 1 FROM visit WHERE id = :visit)sql";

constexpr auto* k_insert_void = R"sql(
  INSERT INTO visit_void (visit, at, by, reason, checksum, entry)
  VALUES (:visit, :at, :by, :reason, :checksum, :entry))sql";

constexpr auto* k_any_on = R"sql(
  SELECT 1 FROM visit INDEXED BY visit_by_household
  WHERE household = :household AND day = :day LIMIT 1)sql";

constexpr auto* k_count_visits = R"sql(
  SELECT count(*) FROM visit)sql";

bool exists(Statements& statements, VisitId visit) {
  return Query{statements, k_exists}.bind(":visit", visit).next();
}

/// The number that is on record, or that another of the visits has.
VisitId first_taken(Statements& statements, std::span<const Visit> visits) {
  std::set<VisitId> before;
  return std::ranges::find_if(visits,
                              [&](const Visit& visit) {
                                return !before.insert(visit.id).second ||
                                       exists(statements, visit.id);
                              })
      ->id;
}

Query& bind_said(Query& query, const VisitDraft& said) {
  query.bind(":household", said.household)
      .bind(":worker", said.worker)
      .bind(":day", said.day)
      .bind(":mode", code_of(said.mode))
      .bind(":outcome", code_of(said.outcome));
  if (said.time) query.bind(":minute", std::int64_t{said.time->count()});
  return query;
}

void insert_note(Statements& statements, VisitId visit, const std::string& text,
                 const std::string& salt) {
  if (text.empty()) return;
  Query{statements, k_insert_visit_note}
      .bind(":visit", visit)
      .bind(":salt", Blob{salt})
      .bind(":text", text)
      .run();
}

}  // namespace

bool SqliteVisits::any_on(HouseholdId household, Day day) const {
  Query query{m_page.statements, k_any_on};
  return query.bind(":household", household).bind(":day", day).next();
}

std::uint64_t SqliteVisits::count() const {
  Query query{m_page.statements, k_count_visits};
  query.next();
  return static_cast<std::uint64_t>(query.number());
}

VisitId SqliteVisits::add(const VisitDraft& draft, std::chrono::sys_seconds recorded_at) {
  Query query{m_page.statements, k_next_number};
  query.next();
  const Visit visit{query.id<VisitId>(), draft, recorded_at};
  add(visit);
  return visit.id;
}

/// Into the table that the statement names. Gives the salt of the note.
std::string SqliteVisits::insert(const char* statement, const Visit& visit) {
  auto note = note_digest(visit.said.note);
  Query query{m_page.statements, statement};
  bind_said(query, visit.said)
      .bind(":id", visit.id)
      .bind(":replaces", visit.said.replaces)
      .bind(":recorded_at", visit.recorded_at);
  m_page.writing.sign(query, FactKind::visit, digest_of(visit, note.digest));
  if (!visit.said.note.empty()) query.bind(":note_digest", Blob{note.digest});
  if (!query.run_unless_taken()) throw visit_number_taken(visit.id);
  return std::move(note.salt);
}

void SqliteVisits::add(const Visit& visit) {
  const auto salt = insert(k_insert_visit, visit);
  insert_note(m_page.statements, visit.id, visit.said.note, salt);
}

void SqliteVisits::add(std::span<const Visit> visits) {
  while (!visits.empty()) {
    const auto size = std::min(k_at_once, visits.size());
    add_at_once(visits.first(size));
    visits = visits.subspan(size);
  }
}

void SqliteVisits::add_at_once(std::span<const Visit> visits) {
  auto& statements = m_page.statements;
  Query{statements, k_make_pending}.run();
  Query{statements, k_clear_pending}.run();
  std::vector<std::string> salts;
  salts.reserve(visits.size());
  for (const auto& visit : visits) salts.push_back(insert(k_insert_pending, visit));
  if (!Query{statements, k_insert_all_pending}.run_unless_taken())
    throw visit_number_taken(first_taken(statements, visits));
  for (std::size_t at = 0; at < visits.size(); ++at)
    insert_note(statements, visits[at].id, visits[at].said.note, salts[at]);
}

void SqliteVisits::add(const Void& cancellation) {
  if (!exists(m_page.statements, cancellation.visit)) throw visit_unknown(cancellation.visit);
  Query query{m_page.statements, k_insert_void};
  query.bind(":visit", cancellation.visit)
      .bind(":at", cancellation.at)
      .bind(":by", cancellation.by)
      .bind(":reason", cancellation.reason);
  m_page.writing.sign(query, FactKind::cancellation, digest_of(cancellation));
  if (!query.run_unless_taken()) throw visit_voided_already(cancellation.visit);
}

}  // namespace gridvisit::store::sqlite
