#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

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

constexpr auto* k_all = R"sql(
  SELECT id, worker, grid, role, from_day, until_day FROM assignment ORDER BY from_day, id)sql";

constexpr auto* k_insert = R"sql(
  INSERT INTO assignment (worker, grid, role, from_day, until_day, entry)
  VALUES (:worker, :grid, :role, :from, :until, :entry))sql";

constexpr auto* k_update = R"sql(
  UPDATE assignment SET worker = :worker, grid = :grid, role = :role, from_day = :from,
    until_day = :until, entry = :entry
  WHERE id = :id)sql";

std::vector<Assignment> read_assignments(Query& query) {
  std::vector<Assignment> assignments;
  while (query.next()) {
    auto& assignment = assignments.emplace_back();
    assignment.id = query.id<AssignmentId>();
    assignment.worker = query.id<WorkerId>();
    assignment.grid = query.id<AreaId>();
    assignment.role = parse_role(query.text()).value_or(Role::responsible);
    assignment.days = query.days();
  }
  return assignments;
}

Query& bind_fields(Query& query, const Assignment& assignment, const Writing& writing) {
  return query.bind(":worker", assignment.worker)
      .bind(":grid", assignment.grid)
      .bind(":role", to_string(assignment.role))
      .bind_days(":from", ":until", assignment.days)
      .bind(":entry", writing.entry);
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
  Query query{m_page.statements, k_all};
  return read_assignments(query);
}

AssignmentId SqliteWorkers::add(const Assignment& assignment) {
  Query query{m_page.statements, k_insert};
  bind_fields(query, assignment, m_page.writing).run();
  auto added = assignment;
  added.id = m_page.statements.last_inserted<AssignmentId>();
  write_fact(m_page.writing.content, added);
  return added.id;
}

void SqliteWorkers::update(const Assignment& assignment) {
  Query query{m_page.statements, k_update};
  bind_fields(query, assignment, m_page.writing).bind(":id", assignment.id).run();
  m_page.statements.require_changed();
  write_fact(m_page.writing.content, assignment);
}

}  // namespace gridvisit::store::sqlite
