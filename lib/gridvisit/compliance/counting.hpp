#pragma once

#include <compare>
#include <span>

#include "gridvisit/compliance/judge.hpp"

/// When a visit counts: the one place that says it, for judging and for explaining.
namespace gridvisit::compliance {

/// Why a visit counts, or the first reason why it does not.
enum class Reason {
  counted,
  same_again,  ///< counts, but adds nothing: that day or household is counted already
  before_period,
  after_reference,
  worker_not_in_scope,
  wrong_mode,
  wrong_outcome,
  not_responsible,  ///< credit responsible: the visitor did not answer for the grid that day
  foreign_grid,     ///< credit own-grids: the visitor held no assignment on that grid that day
};

/// The reason of one visit without regard to the others: never same_again. Whether the worker is
/// in scope is for the caller to know.
Reason reason_of(const BoundRule& rule, const Window& window, const VisitFact& visit,
                 const Roster& roster);
Reason reason_of(const BoundRule& rule, const Window& window, const VisitFact& visit,
                 const WorkerFacts& worker);

/// Whether a visit of any day would count for a household rule.
bool suits(const BoundRule& rule, const VisitFact& visit, const Roster& roster);

/// What a rule adds up: visits with equal keys count once.
struct CountKey {
  HouseholdId household;  ///< empty if the rule counts days
  Day day;                ///< the same for all if the rule counts households

  friend auto operator<=>(const CountKey&, const CountKey&) = default;
};
CountKey key_of(Count count, const VisitFact& visit);

/// The visits from the period's first day to the reference day; `visits` are by day.
std::span<const VisitFact> visits_in(const Window& window, const std::vector<VisitFact>& visits);

}  // namespace gridvisit::compliance
