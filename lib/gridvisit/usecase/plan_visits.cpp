#include "gridvisit/usecase/plan_visits.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/standing.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::PlanRequest;

/// What the plans of one run share.
struct PlanningGround {
  const store::Session& session;
  Norms norms;
  AreaTree areas;
  PlanRequest request;
};

PlanningGround planning_ground_of(const store::Session& session, const PlanRequest& request) {
  return {session, norms_of(session), session.areas().tree(), request};
}

report::VisitPlans without_plans(const PlanningGround& ground) {
  report::VisitPlans plans;
  plans.today = ground.request.today;
  plans.from = ground.request.from;
  plans.per_day = ground.request.per_day;
  plans.data_version = short_head(ground.session.audit().head());
  return plans;
}

/// Everything that the worker's plan is made from, and who the households are.
struct Loaded {
  compliance::PlanFacts facts;
  std::map<HouseholdId, Household> households;
};

Loaded load(const PlanningGround& ground, const Worker& worker) {
  Loaded loaded;
  const store::FactsRequest days{compliance::plan_days(ground.request.today), {}};
  loaded.facts.worker = ground.session.facts().of_worker(worker.id, days);
  const auto grids = compliance::plan_grids(loaded.facts.worker.assignments, ground.request.from);
  for (const auto grid : grids)
    loaded.facts.grids.push_back(ground.session.facts().of_grid(grid, days));
  store::HouseholdFilter filter;
  filter.grids = grids;
  ground.session.households().each(filter, [&](const Household& household) {
    loaded.facts.places.emplace(
        household.id,
        compliance::DuePlace{household.building, household.unit, household.room, household.code});
    loaded.households.emplace(household.id, household);
    return true;
  });
  return loaded;
}

std::string grid_code(const PlanningGround& ground, AreaId grid) {
  return referred_to(ground.areas.find(grid)).code;
}

report::PlanEntry entry_of(const compliance::PlannedVisit& visit, const PlanningGround& ground,
                           const Loaded& loaded) {
  report::PlanEntry entry;
  entry.day = visit.day;
  entry.grid = grid_code(ground, visit.grid);
  entry.household = referred_to(loaded.households, visit.household);
  entry.modes = visit.modes;
  for (const auto& owed : visit.settles) entry.settles.push_back(owed_rule(owed));
  if (visit.quota) entry.quota = *visit.quota;
  entry.last_visit = visit.last_visit;
  entry.held_today =
      std::ranges::any_of(loaded.facts.worker.assignments, [&](const Assignment& held) {
        return held.grid == visit.grid && held.days.contains(ground.request.today);
      });
  return entry;
}

report::PlanGap gap_of(const compliance::UnmetObligation& unmet, const PlanningGround& ground,
                       const Loaded& loaded) {
  return {grid_code(ground, unmet.grid), referred_to(loaded.households, unmet.household).code,
          owed_rule(unmet.owed), unmet.obstacle};
}

/// The worker's plan; of an area only what lies in it.
report::WorkerPlan plan_for(const Worker& worker, std::optional<AreaId> area,
                            const PlanningGround& ground) {
  const auto loaded = load(ground, worker);
  const auto plan = compliance::plan_visits(loaded.facts, ground.norms.book,
                                            ground.norms.surroundings, ground.request);
  const auto is_shown = [&](AreaId grid) { return !area || ground.areas.lies_in(grid, *area); };
  report::WorkerPlan result;
  result.code = worker.code;
  result.name = worker.name;
  result.until = plan.until;
  result.days = plan.days;
  result.obligations = plan.obligations;
  result.later = plan.later;
  result.per_day_needed = plan.per_day_needed;
  for (const auto& visit : plan.visits)
    if (is_shown(visit.grid)) result.entries.push_back(entry_of(visit, ground, loaded));
  for (const auto& unmet : plan.unmet)
    if (is_shown(unmet.grid)) result.gaps.push_back(gap_of(unmet, ground, loaded));
  return result;
}

bool is_lived_in(const store::Session& session, AreaId grid, Day day) {
  store::HouseholdFilter filter;
  filter.grids = std::vector{grid};
  filter.living_on = day;
  bool result = false;
  session.households().each(filter, [&](const Household&) {
    result = true;
    return false;
  });
  return result;
}

/// Who answers for one of the grids from the plan's first day on; the others have nobody.
std::vector<Worker> workers_of(const std::vector<AreaId>& grids, const PlanningGround& ground,
                               report::VisitPlans& plans) {
  std::map<std::string, Worker, NaturalLess> workers;
  std::set<AreaId> held;
  const auto from = ground.request.from;
  const DayRange days{from, period_containing(PeriodKind::year, from).last};
  for (const auto& assignment : ground.session.workers().assignments_on(grids)) {
    if (assignment.role != Role::responsible || !assignment.days.overlaps(days)) continue;
    const auto worker = ground.session.workers().get(assignment.worker);
    workers.emplace(worker.code, worker);
    held.insert(assignment.grid);
  }
  for (const auto grid : grids)
    if (!held.contains(grid) && is_lived_in(ground.session, grid, from))
      plans.unassigned.push_back(grid_code(ground, grid));
  std::vector<Worker> result;
  for (auto& [code, worker] : workers) result.push_back(std::move(worker));
  return result;
}

}  // namespace

report::VisitPlans plan_of_worker(const store::Session& session, const std::string& worker,
                                  const PlanRequest& request) {
  const auto ground = planning_ground_of(session, request);
  auto plans = without_plans(ground);
  plans.workers.push_back(plan_for(worker_coded(session, worker), std::nullopt, ground));
  return plans;
}

report::VisitPlans plan_of_area(const store::Session& session, const std::string& area,
                                const PlanRequest& request) {
  const auto root = area_coded(session, area).id;
  const auto ground = planning_ground_of(session, request);
  auto plans = without_plans(ground);
  std::vector<AreaId> grids;
  for (const auto* grid : ground.areas.grids(root)) grids.push_back(grid->id);
  for (const auto& worker : workers_of(grids, ground, plans))
    plans.workers.push_back(plan_for(worker, root, ground));
  return plans;
}

}  // namespace gridvisit::usecase
