#include <algorithm>

#include "gridvisit/compliance/plan_parts.hpp"

namespace gridvisit::compliance {
namespace {

using std::chrono::days;

/// Only the responsible worker's visits count for some rules.
bool may_serve(const Demand& demand, const Reach& reach) {
  return demand.rule->rule().credit != Credit::responsible || reach.role == Role::responsible;
}

/// Whether the grid is ever the worker's in what is left of the period: else the demand is somebody
/// else's.
bool is_ones_own(const HouseholdFacts& household, const Period& period, Day from,
                 const Reach& reach) {
  const Day first = std::min(std::max(period.first, from), period.last);
  for (Day day = first; day <= period.last; day += days{1})
    if (reach.grid_of(household, day)) return true;
  return false;
}

std::vector<std::size_t> days_for(const HouseholdFacts& household, const DayRange& range,
                                  const Reach& reach) {
  std::vector<std::size_t> result;
  const auto first = std::ranges::lower_bound(reach.days, range.first);
  for (auto at = first; at != reach.days.end() && *at <= range.last; ++at)
    if (reach.grid_of(household, *at))
      result.push_back(static_cast<std::size_t>(at - reach.days.begin()));
  return result;
}

/// Visits of one household: several days, but never several households.
bool can_be_settled(const Rule& rule) {
  const bool by_a_visit = std::ranges::find(rule.outcomes, Outcome::met) != rule.outcomes.end();
  return by_a_visit && (rule.count != Count::households || rule.at_least == 1);
}

OpenDemand open_demand(const Demand& demand, const HouseholdFacts& household, AreaId grid,
                       const DayRange& left, const Reach& reach) {
  OpenDemand result;
  result.household = household.household;
  result.grid = grid;
  result.owed = demand.owed;
  result.modes = demand.owed.rule->modes;
  std::ranges::sort(result.modes);
  result.days = days_for(household, left, reach);
  result.missing = static_cast<std::size_t>(demand.owed.required - demand.owed.done);
  if (!can_be_settled(*demand.owed.rule))
    result.obstacle = Obstacle::no_way;
  else if (result.days.size() < result.missing)
    result.obstacle = Obstacle::no_day;
  return result;
}

}  // namespace

bool Reach::holds(AreaId grid, Day day) const {
  return std::ranges::any_of(worker->assignments, [&](const Assignment& held) {
    return held.grid == grid && held.role == role && held.days.contains(day);
  });
}

std::optional<AreaId> Reach::grid_of(const HouseholdFacts& household, Day day) const {
  for (const auto& home : household.residences)
    if (home.days.contains(day) && holds(home.grid, day)) return home.grid;
  return std::nullopt;
}

std::vector<OpenDemand> open_demands(const PlanFacts& facts, const Reach& reach,
                                     const std::vector<RuleWindows>& rules, Day from) {
  std::vector<OpenDemand> result;
  for (const auto& grid : facts.grids)
    for (const auto& household : grid.households)
      for (const auto& demand : demands_of(household, grid.grid, rules, grid.roster)) {
        const auto& period = demand.owed.period;
        if (!may_serve(demand, reach) || !is_ones_own(household, period, from, reach)) continue;
        // A second visit on a day that counts already would add nothing.
        const Day free_from = demand.counted_last ? *demand.counted_last + days{1} : from;
        const Day first = std::max({period.first, from, free_from});
        result.push_back(open_demand(demand, household, grid.grid, {first, period.last}, reach));
      }
  return result;
}

}  // namespace gridvisit::compliance
