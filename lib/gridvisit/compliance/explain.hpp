#pragma once

#include <vector>

#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {

struct ConsideredVisit {
  VisitFact visit;
  Reason reason = Reason::counted;
};

/// Every visit among the facts with its reason, by day; the number of `counted` ones is the
/// judgement's `done`.
std::vector<ConsideredVisit> explain_household(const BoundRule& rule, const Window& window,
                                               const HouseholdFacts& household,
                                               const Roster& roster);
std::vector<ConsideredVisit> explain_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker);

}  // namespace gridvisit::compliance
