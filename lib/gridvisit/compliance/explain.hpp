#pragma once

#include <optional>
#include <vector>

#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {

/// Why a visit counts, or the first reason why it does not.
enum class Reason {
  counted,
  same_again,  ///< counts, but adds nothing: that day or household is counted already
  before_period,
  after_reference,
  wrong_mode,
  wrong_outcome,
  not_responsible,  ///< credit responsible: the visitor did not answer for the grid that day
  foreign_grid,     ///< credit own-grids: the visitor held no assignment on that grid that day
  worker_not_in_scope,
};

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
