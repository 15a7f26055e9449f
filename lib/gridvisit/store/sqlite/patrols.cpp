#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_patrols_of_grid = R"sql(
  SELECT id, grid, worker, day, half, coalesce(text, '')
  FROM patrol LEFT JOIN patrol_note ON patrol_note.patrol = patrol.id
  WHERE grid = :grid AND day BETWEEN :first AND :last
  ORDER BY day, half, id)sql";

constexpr auto* k_insert_patrol = R"sql(
  INSERT INTO patrol (grid, worker, day, half, note_digest, checksum, entry)
  VALUES (:grid, :worker, :day, :half, :note_digest, :checksum, :entry))sql";

constexpr auto* k_insert_patrol_note = R"sql(
  INSERT INTO patrol_note (patrol, salt, text) VALUES (:patrol, :salt, :text))sql";

}  // namespace

std::vector<Patrol> SqliteVisits::patrols(AreaId grid, const DayRange& days) const {
  Query query{m_page.statements, k_patrols_of_grid};
  query.bind(":grid", grid).bind(":first", days.first).bind(":last", days.last);
  std::vector<Patrol> patrols;
  while (query.next()) {
    auto& patrol = patrols.emplace_back();
    patrol.id = query.id<PatrolId>();
    patrol.grid = query.id<AreaId>();
    patrol.worker = query.id<WorkerId>();
    patrol.day = query.day();
    patrol.half = half_of(query.text());
    patrol.note = query.text();
  }
  return patrols;
}

PatrolId SqliteVisits::add(const Patrol& patrol) {
  const auto note = note_digest(patrol.note);
  Query query{m_page.statements, k_insert_patrol};
  query.bind(":grid", patrol.grid)
      .bind(":worker", patrol.worker)
      .bind(":day", patrol.day)
      .bind(":half", gridvisit::to_string(patrol.half));
  m_page.writing.sign(query, FactKind::patrol, digest_of(patrol, note.digest));
  if (!patrol.note.empty()) query.bind(":note_digest", Blob{note.digest});
  query.run();
  const auto id = m_page.statements.last_inserted<PatrolId>();
  if (!patrol.note.empty())
    Query{m_page.statements, k_insert_patrol_note}
        .bind(":patrol", id)
        .bind(":salt", Blob{note.salt})
        .bind(":text", patrol.note)
        .run();
  return id;
}

}  // namespace gridvisit::store::sqlite
