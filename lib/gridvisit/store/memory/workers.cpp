#include <set>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::optional<Worker> MemoryWorkers::find(std::string_view code) const {
  return record_coded(m_page.tables.workers, code);
}

Worker MemoryWorkers::get(WorkerId id) const {
  return referred_to(m_page.tables.workers, id);
}

std::vector<Worker> MemoryWorkers::all() const {
  auto workers = records_where(m_page.tables.workers, [](const Worker&) { return true; });
  std::ranges::sort(workers, NaturalLess{}, &Worker::code);
  return workers;
}

std::vector<WorkerId> MemoryWorkers::assigned(std::span<const AreaId> grids,
                                              const DayRange& days) const {
  std::set<WorkerId> workers;
  for (const auto& assignment : assignments_on(grids))
    if (assignment.days.overlaps(days)) workers.insert(assignment.worker);
  return {workers.begin(), workers.end()};
}

WorkerId MemoryWorkers::add(const Worker& worker) {
  auto added = worker;
  added.id = next_id(m_page.tables.workers);
  save(added);
  return added.id;
}

void MemoryWorkers::update(const Worker& worker) {
  note_update(m_page, m_page.tables.workers, worker);
  save(worker);
}

void MemoryWorkers::save(const Worker& worker) {
  if (code_taken(m_page.tables.workers, worker)) throw worker_code_taken(worker.code);
  m_page.tables.workers[worker.id] = worker;
  m_page.note(FactKind::worker, worker.id.value, digest_of(worker, personal_digest(worker).digest));
}

std::vector<Assignment> MemoryWorkers::assignments_of(WorkerId worker) const {
  return by_first_day(records_where(m_page.tables.assignments, [&](const Assignment& assignment) {
    return assignment.worker == worker;
  }));
}

std::vector<Assignment> MemoryWorkers::assignments_on(std::span<const AreaId> grids) const {
  return by_first_day(records_where(m_page.tables.assignments, [&](const Assignment& assignment) {
    return std::ranges::find(grids, assignment.grid) != grids.end();
  }));
}

std::vector<Assignment> MemoryWorkers::all_assignments() const {
  return by_first_day(
      records_where(m_page.tables.assignments, [](const Assignment&) { return true; }));
}

AssignmentId MemoryWorkers::add(const Assignment& assignment) {
  auto added = assignment;
  added.id = next_id(m_page.tables.assignments);
  save(added);
  return added.id;
}

void MemoryWorkers::update(const Assignment& assignment) {
  note_update(m_page, m_page.tables.assignments, assignment);
  save(assignment);
}

void MemoryWorkers::save(const Assignment& assignment) {
  require(m_page.tables.workers, assignment.worker);
  require(m_page.tables.areas, assignment.grid);
  m_page.tables.assignments[assignment.id] = assignment;
  m_page.note(FactKind::assignment, assignment.id.value, digest_of(assignment));
}

std::vector<Leave> MemoryWorkers::leaves_of(WorkerId worker) const {
  return by_first_day(records_where(m_page.tables.leaves,
                                    [&](const Leave& leave) { return leave.worker == worker; }));
}

LeaveId MemoryWorkers::add(const Leave& leave) {
  auto added = leave;
  added.id = next_id(m_page.tables.leaves);
  save(added);
  return added.id;
}

void MemoryWorkers::update(const Leave& leave) {
  note_update(m_page, m_page.tables.leaves, leave);
  save(leave);
}

void MemoryWorkers::save(const Leave& leave) {
  require(m_page.tables.workers, leave.worker);
  m_page.tables.leaves[leave.id] = leave;
  m_page.note(FactKind::leave, leave.id.value, digest_of(leave));
}

}  // namespace gridvisit::store::memory
