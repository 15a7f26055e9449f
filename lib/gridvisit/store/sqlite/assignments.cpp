#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_assigned = R"sql(
  SELECT DISTINCT worker FROM assignment
  WHERE grid IN (SELECT value FROM json_each(:grids))
    AND coalesce(from_day, :last) <= :last AND coalesce(until_day, :first) >= :first
  ORDER BY worker)sql";

constexpr auto* k_of_worker = R"sql(
  SELECT id, worker, grid, role, from_day, until_day FROM assignment
  WHERE worker = :worker ORDER BY from_day, id)sql";

constexpr auto* k_on_grids = R"sql(
  SELECT id, worker, grid, role, from_day, until_day FROM assignment
  WHERE grid IN (SELECT value FROM json_each(:grids)) ORDER BY from_day, id)sql";

constexpr auto* k_all_assignments = R"sql(
  SELECT id, worker, grid, role, from_day, until_day FROM assignment ORDER BY from_day, id)sql";

constexpr auto* k_get_assignment = R"sql(
  SELECT id, worker, grid, role, from_day, until_day FROM assignment WHERE id = :id)sql";

constexpr auto* k_insert_assignment = R"sql(
  INSERT INTO assignment (worker, grid, role, from_day, until_day, checksum, entry)
  VALUES (:worker, :grid, :role, :from, :until, :checksum, :entry))sql";

constexpr auto* k_update_assignment = R"sql(
  UPDATE assignment SET worker = :worker, grid = :grid, role = :role, from_day = :from,
    until_day = :until, checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Assignment read_assignment(Query& row) {
  Assignment assignment;
  assignment.id = row.id<AssignmentId>();
  assignment.worker = row.id<WorkerId>();
  assignment.grid = row.id<AreaId>();
  assignment.role = role_of(row.text());
  assignment.days = row.days();
  return assignment;
}

std::vector<Assignment> read_assignments(Query& query) {
  std::vector<Assignment> assignments;
  while (query.next()) assignments.push_back(read_assignment(query));
  return assignments;
}

Query& bind_fields(Query& query, const Assignment& assignment, Writing& writing) {
  query.bind(":worker", assignment.worker)
      .bind(":grid", assignment.grid)
      .bind(":role", to_string(assignment.role))
      .bind_days(":from", ":until", assignment.days);
  return writing.sign(query, FactKind::assignment, digest_of(assignment));
}

}  // namespace

std::vector<WorkerId> SqliteWorkers::assigned(std::span<const AreaId> grids,
                                              const DayRange& days) const {
  Query query{m_page.statements, k_assigned};
  query.bind(":grids", json_array(grids)).bind(":first", days.first).bind(":last", days.last);
  std::vector<WorkerId> workers;
  while (query.next()) workers.push_back(query.id<WorkerId>());
  return workers;
}

std::vector<Assignment> SqliteWorkers::assignments_of(WorkerId worker) const {
  Query query{m_page.statements, k_of_worker};
  return read_assignments(query.bind(":worker", worker));
}

std::vector<Assignment> SqliteWorkers::assignments_on(std::span<const AreaId> grids) const {
  Query query{m_page.statements, k_on_grids};
  return read_assignments(query.bind(":grids", json_array(grids)));
}

std::vector<Assignment> SqliteWorkers::all_assignments() const {
  Query query{m_page.statements, k_all_assignments};
  return read_assignments(query);
}

AssignmentId SqliteWorkers::add(const Assignment& assignment) {
  Query query{m_page.statements, k_insert_assignment};
  bind_fields(query, assignment, m_page.writing).run();
  return m_page.statements.last_inserted<AssignmentId>();
}

void SqliteWorkers::update(const Assignment& assignment) {
  note_update(m_page, k_get_assignment, read_assignment, assignment);
  Query query{m_page.statements, k_update_assignment};
  bind_fields(query, assignment, m_page.writing).bind(":id", assignment.id).run();
}

}  // namespace gridvisit::store::sqlite
