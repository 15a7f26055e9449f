#pragma once

#include <cstddef>
#include <vector>

#include "gridvisit/compliance/demands.hpp"
#include "gridvisit/compliance/plan.hpp"

/// The parts of a plan. Not for other rooms.
namespace gridvisit::compliance {

/// Where the worker may go.
struct Reach {
  const WorkerFacts* worker = nullptr;
  Role role = Role::responsible;  ///< in which they plan
  std::vector<Day> days;          ///< working days without leave; jobs name them by index

  /// Whether the worker holds the grid on the day, in `role`.
  bool holds(AreaId grid, Day day) const;
  /// The grid that the household lives in on the day, if the worker may go there.
  std::optional<AreaId> grid_of(const HouseholdFacts& household, Day day) const;
};

/// A demand of one household with the days on which a visit would serve it.
struct OpenDemand {
  HouseholdId household;
  AreaId grid;  ///< on the period's last day
  Obligation owed;
  std::vector<Mode> modes;        ///< in order
  std::vector<std::size_t> days;  ///< ascending
  std::size_t missing = 0;        ///< visits
  std::optional<Obstacle> obstacle;
};

/// What the households of the grids still owe for the rules, and this worker is to settle.
std::vector<OpenDemand> open_demands(const PlanFacts& facts, const Reach& reach,
                                     const std::vector<RuleWindows>& rules, Day from);

/// One visit to be made.
struct PlanJob {
  HouseholdId household;
  std::vector<Mode> modes;
  std::vector<std::size_t> days;
  std::vector<std::size_t> serves;  ///< indices of demands
};

/// Whether demands share a visit wherever they can, or only where that costs no freedom.
enum class Sharing { always, free };

/// The fewest visits of each household that serve its demands (those without an obstacle).
std::vector<PlanJob> jobs_of(const std::vector<OpenDemand>& demands, Sharing sharing);

/// The demands of one plan with what orders them, and what its days hold.
struct Task {
  std::vector<OpenDemand> demands;
  std::vector<std::int64_t> capacity;
  const std::map<HouseholdId, DuePlace>* places = nullptr;
  std::map<HouseholdId, int> priorities;
};

struct Solution {
  std::vector<PlanJob> jobs;
  std::vector<std::optional<std::size_t>> days;  ///< of each job, or nothing
  std::vector<std::size_t> unmet;  ///< indices of demands that nothing but room is missing for
};

/// Every visit on a day, none late; where not everything fits, as much as can.
Solution solve(const Task& task);

/// What the rules have settled before the quota is looked at.
struct RulesPlan {
  std::vector<PlannedVisit> visits;  ///< on all days looked at
  std::vector<std::int64_t> free;    ///< what each of the days shown still holds
};

/// What a plan is made from.
struct PlanGround {
  const PlanFacts& facts;
  const PolicyBook& book;
  const Surroundings& surroundings;
  const PlanRequest& request;
};

/// Turns visits of the days shown to the worker's averaged quota, and adds those it needs beyond.
void fill_quota(RulesPlan& plan, const PlanGround& ground, const Reach& reach);

}  // namespace gridvisit::compliance
