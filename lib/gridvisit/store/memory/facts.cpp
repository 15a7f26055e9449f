#include <set>

#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

using compliance::VisitFact;

/// Whether the visit was on record, and not yet voided, when the request says.
bool counts(const Tables& tables, const FactsRequest& request, const Visit& visit) {
  const auto known = [&](std::chrono::sys_seconds instant) {
    return !request.recorded_before || instant < *request.recorded_before;
  };
  if (!request.days.contains(visit.said.day) || !known(visit.recorded_at)) return false;
  const auto voided = tables.voids.find(visit.id);
  return voided == tables.voids.end() || !known(voided->second.at);
}

template <class Chosen>
std::vector<VisitFact> visit_facts(const Tables& tables, const FactsRequest& request,
                                   Chosen chosen) {
  std::vector<VisitFact> facts;
  for (const auto& [id, visit] : tables.visits) {
    const auto& said = visit.said;
    if (chosen(said) && counts(tables, request, visit))
      facts.push_back({id, said.household, said.worker, said.day, said.mode, said.outcome,
                       grid_on(tables, said.household, said.day)});
  }
  std::ranges::stable_sort(facts, {}, &VisitFact::day);
  return facts;
}

std::set<HouseholdId> households_of(const Tables& tables, AreaId grid) {
  std::set<HouseholdId> households;
  for (const auto& [id, residence] : tables.residences)
    if (residence.grid == grid) households.insert(residence.household);
  return households;
}

}  // namespace

compliance::HouseholdFacts MemoryFacts::of_household(HouseholdId household,
                                                     const FactsRequest& request) const {
  const MemoryHouseholds households{m_page};
  return {household, households.residences_of(household), households.tags_of(household),
          visit_facts(m_page.tables, request,
                      [&](const VisitDraft& said) { return said.household == household; })};
}

compliance::GridFacts MemoryFacts::of_grid(AreaId grid, const FactsRequest& request) const {
  compliance::GridFacts facts{grid, {}, MemoryVisits{m_page}.patrols(grid, request.days), {}};
  std::set<AreaId> grids{grid};
  for (const auto household : households_of(m_page.tables, grid)) {
    facts.households.push_back(of_household(household, request));
    for (const auto& residence : facts.households.back().residences) grids.insert(residence.grid);
  }
  const std::vector<AreaId> listed{grids.begin(), grids.end()};
  facts.roster = Roster{MemoryWorkers{m_page}.assignments_on(listed)};
  return facts;
}

compliance::WorkerFacts MemoryFacts::of_worker(WorkerId worker, const FactsRequest& request) const {
  const MemoryWorkers workers{m_page};
  return {worker, workers.assignments_of(worker), workers.leaves_of(worker),
          visit_facts(m_page.tables, request,
                      [&](const VisitDraft& said) { return said.worker == worker; })};
}

}  // namespace gridvisit::store::memory
