#pragma once

#include <optional>
#include <vector>

#include "gridvisit/compliance/due.hpp"
#include "gridvisit/compliance/judge.hpp"

/// What household rules will still ask for: each period judged as on its last day, by the
/// residences, tags and policies on record. The one source of the plan and of feasibility.
namespace gridvisit::compliance {

/// The household rules with their periods that end on one of the days, which lie in one or several
/// whole years but for their beginning.
std::vector<RuleWindows> rules_ending_in(const DayRange& days, const PolicyBook& book,
                                         const Surroundings& surroundings);

/// A period in which a household still owes visits, and who may make them.
struct Demand {
  Obligation owed;
  const BoundRule* rule = nullptr;  ///< of the list that it was found with
  std::optional<Day> counted_last;  ///< the last day of a visit that counts for it already
};

/// What the rules still ask of a household that will live in `grid` on the last day of the period:
/// neither met nor exempt.
std::vector<Demand> demands_of(const HouseholdFacts& household, AreaId grid,
                               const std::vector<RuleWindows>& rules, const Roster& roster);

}  // namespace gridvisit::compliance
