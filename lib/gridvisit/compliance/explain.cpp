#include "gridvisit/compliance/explain.hpp"

#include <set>

namespace gridvisit::compliance {
namespace {

/// The visits with their reasons; of those that count once, the first is the one that counts.
template <class ReasonOf>
std::vector<ConsideredVisit> consider(const std::vector<VisitFact>& visits, Count count,
                                      const ReasonOf& reason_for) {
  std::vector<ConsideredVisit> result;
  std::set<CountKey> counted;
  for (const auto& visit : visits) {
    auto reason = reason_for(visit);
    if (reason == Reason::counted && !counted.insert(key_of(count, visit)).second)
      reason = Reason::same_again;
    result.push_back({visit, reason});
  }
  return result;
}

bool lies_outside(Reason reason) {
  return reason == Reason::before_period || reason == Reason::after_reference;
}

/// Why a household that the rule does not apply to is out of its scope.
Standing standing_of(const BoundRule& rule, const Window& window, const HouseholdFacts& household,
                     AreaId grid) {
  if (!household.lived_in(grid, window.reference)) return Standing::lives_elsewhere;
  return rule.holds_in(grid) ? Standing::untagged : Standing::rule_elsewhere;
}

}  // namespace

std::vector<ConsideredVisit> explain_household(const BoundRule& rule, const Window& window,
                                               const HouseholdFacts& household,
                                               const Roster& roster) {
  return consider(household.visits, rule.rule().count,
                  [&](const VisitFact& visit) { return reason_of(rule, window, visit, roster); });
}

std::vector<ConsideredVisit> explain_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker) {
  const bool in_scope = is_assigned(rule, window.period.range(), worker);
  return consider(worker.visits, rule.rule().count, [&](const VisitFact& visit) {
    const auto reason = reason_of(rule, window, visit, worker);
    return in_scope || lies_outside(reason) ? reason : Reason::worker_not_in_scope;
  });
}

std::vector<PatrolDay> explain_patrols(const BoundRule& rule, const Window& window,
                                       const GridFacts& grid, const Workdays& workdays) {
  std::set<std::pair<Day, HalfDay>> rounds;
  for (const auto& patrol : grid.patrols) rounds.emplace(patrol.day, patrol.half);
  std::vector<PatrolDay> result;
  for (Day day = window.period.first; day <= window.reference; day += std::chrono::days{1}) {
    const std::int64_t done = (rounds.contains({day, HalfDay::am}) ? 1 : 0) +
                              (rounds.contains({day, HalfDay::pm}) ? 1 : 0);
    result.push_back({day, workdays.contains(day) ? rule.rule().at_least : 0, done});
  }
  return result;
}

std::vector<ConsideredHousehold> explain_grid(const BoundRule& rule, const Window& window,
                                              const GridFacts& grid) {
  const DayRange days{window.period.first, window.reference};
  std::vector<ConsideredHousehold> result;
  for (const auto& household : grid.households) {
    if (!household.lived_in(grid.grid, days)) continue;
    auto judged = judge_household(rule, window, household, grid.roster);
    if (judged && judged->grid != grid.grid) judged.reset();
    const auto standing =
        judged ? Standing::in_scope : standing_of(rule, window, household, grid.grid);
    result.push_back({household.household, standing, judged});
  }
  return result;
}

}  // namespace gridvisit::compliance
