#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_patrols = R"sql(
  SELECT id, grid, worker, day, half, coalesce(text, '')
  FROM patrol LEFT JOIN patrol_note ON patrol_note.patrol = patrol.id
  WHERE grid = :grid AND day BETWEEN :first AND :last
  ORDER BY day, half, id)sql";

constexpr auto* k_insert = R"sql(
  INSERT INTO patrol (grid, worker, day, half, note_digest, entry)
  VALUES (:grid, :worker, :day, :half, :note_digest, :entry))sql";

constexpr auto* k_insert_note = R"sql(
  INSERT INTO patrol_note (patrol, salt, text) VALUES (:patrol, :salt, :text))sql";

}  // namespace

std::vector<Patrol> SqliteVisits::patrols(AreaId grid, const DayRange& days) const {
  Query query{m_page.statements, k_patrols};
  query.bind(":grid", grid).bind(":first", days.first).bind(":last", days.last);
  std::vector<Patrol> patrols;
  while (query.next()) {
    auto& patrol = patrols.emplace_back();
    patrol.id = query.id<PatrolId>();
    patrol.grid = query.id<AreaId>();
    patrol.worker = query.id<WorkerId>();
    patrol.day = query.day();
    patrol.half = query.text() == "am" ? HalfDay::am : HalfDay::pm;
    patrol.note = query.text();
  }
  return patrols;
}

PatrolId SqliteVisits::add(const Patrol& patrol) {
  const auto note = note_digest(patrol.note);
  Query query{m_page.statements, k_insert};
  query.bind(":grid", patrol.grid)
      .bind(":worker", patrol.worker)
      .bind(":day", patrol.day)
      .bind(":half", patrol.half == HalfDay::am ? "am" : "pm")
      .bind(":entry", m_page.writing.entry);
  if (!patrol.note.empty()) query.bind(":note_digest", Blob{note.digest});
  query.run();
  auto added = patrol;
  added.id = m_page.statements.last_inserted<PatrolId>();
  if (!patrol.note.empty())
    Query{m_page.statements, k_insert_note}
        .bind(":patrol", added.id)
        .bind(":salt", Blob{note.salt})
        .bind(":text", patrol.note)
        .run();
  write_fact(m_page.writing.content, added, note.digest);
  return added.id;
}

}  // namespace gridvisit::store::sqlite
