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

/// One month of the year's sums of an averaged rule.
struct YearMonth {
  Period period;
  WorkerJudgement judged;
  std::int64_t required_to_date = 0;  ///< what it adds to sum_R
  bool is_reported = false;           ///< not after the reported month: it adds to sum_D and sum_R
};

/// The months in which the worker was in scope: sum_D, sum_R and R_year are their sums.
std::vector<YearMonth> explain_year(const BoundRule& rule, const Window& month,
                                    const WorkerFacts& worker, const PolicyBook& book,
                                    const Surroundings& surroundings);

/// An assignment or a leave that shares days with a period. Days that several share count once.
struct PostSpan {
  std::optional<AreaId> grid;  ///< nothing: leave
  Role role = Role::responsible;
  DayRange days;
  std::int64_t in_period = 0;
  bool counts = true;  ///< false: the rule does not hold in the grid
};
std::vector<PostSpan> explain_post(const BoundRule& rule, const Period& period,
                                   const WorkerFacts& worker);

/// A day of a patrol rule's window; `required` is 0 if it is no working day.
struct PatrolDay {
  Day day;
  std::int64_t required = 0;
  std::int64_t done = 0;  ///< half-days
};
/// The sums of done and required are the judgement's.
std::vector<PatrolDay> explain_patrols(const BoundRule& rule, const Window& window,
                                       const GridFacts& grid, const Workdays& workdays);

/// Whether a household of a grid is in scope of a rule on the reference day, or the first reason
/// why not.
enum class Standing { in_scope, lives_elsewhere, rule_elsewhere, untagged };

struct ConsideredHousehold {
  HouseholdId household;
  Standing standing = Standing::in_scope;
  std::optional<HouseholdJudgement> judged;  ///< if it is in scope
};

/// Every household that lived in the grid on a day of the window; those in scope are what the
/// grid's coverage adds up.
std::vector<ConsideredHousehold> explain_grid(const BoundRule& rule, const Window& window,
                                              const GridFacts& grid);

}  // namespace gridvisit::compliance
