#pragma once

#include <vector>

#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {

struct ConsideredVisit {
  VisitFact visit;
  Reason reason = Reason::counted;
};

/// The visits of a household (a worker) with their reasons, by day; `done` of the judgement is
/// the number of `counted` ones.
std::vector<ConsideredVisit> explain_household(const BoundRule& rule, const Window& window,
                                               const HouseholdFacts& household,
                                               const Roster& roster);
std::vector<ConsideredVisit> explain_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker);

}  // namespace gridvisit::compliance
