#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gridvisit/compliance/facts.hpp"
#include "gridvisit/compliance/verdict.hpp"
#include "gridvisit/policy/policy.hpp"

/// The one definition of how a rule is judged. Pure: facts in, verdicts out.
namespace gridvisit::compliance {

/// A rule with what it names looked up: which categories, which grids.
class BoundRule {
 public:
  /// Both arguments must outlive it.
  BoundRule(const Rule& rule, const Surroundings& surroundings);

  const Rule& rule() const { return *m_rule; }
  bool accepts(Mode mode) const;
  bool accepts(Outcome outcome) const;
  bool holds_in(AreaId grid) const;
  bool names(CategoryId category) const;  ///< also true of all if the rule names no tags

 private:
  const Rule* m_rule;
  const AreaTree* m_tree;
  std::uint32_t m_modes = 0;     // one bit for each
  std::uint32_t m_outcomes = 0;  // one bit for each
  std::vector<CategoryId> m_categories;
  std::vector<AreaId> m_areas;
};

/// One period in which a rule is judged, from the visits up to `reference`.
struct Window {
  Period period;
  Day reference;      ///< in the period
  bool open = false;  ///< today is not after the period's last day
};

Window window_at(const Period& period, Day reference, Day today);
/// The months of the year that are left to make up what is missing, this one included while it is
/// open.
std::int64_t months_left(const Window& month);

/// A rule for a report on one period, with its windows in order: one, or, if the rule's own
/// period is shorter, each that belongs to the report's period and has begun.
struct RuleWindows {
  BoundRule rule;
  std::vector<Window> windows;  ///< never empty
};

/// Each rule of `book` that a report on `period` judges, in the order of the policy in force last.
/// A window is judged by the policy in force on its period's last day; so a rule that changed
/// within the period is there once for each version, side by side, the oldest first. Throws
/// Error(refused) if `period` starts after `today`.
std::vector<RuleWindows> rules_of(const PolicyBook& book, const Period& period, Day today,
                                  const Surroundings& surroundings);

/// The days that the visits of household and grid rules (worker rules) may lie on for these rules;
/// nothing if there is no such rule.
std::optional<DayRange> days_needed(const std::vector<RuleWindows>& rules, Subject subject);

struct HouseholdJudgement {
  AreaId grid;  ///< where it lived on the reference day
  std::optional<WorkerId> responsible;
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};

/// Nothing if the household is not in scope of the rule in the window.
std::optional<HouseholdJudgement> judge_household(const BoundRule& rule, const Window& window,
                                                  const HouseholdFacts& household,
                                                  const Roster& roster);

struct WorkerJudgement {
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
  std::int64_t days_in_post = 0;  ///< of the whole period, leave taken off
};

/// Nothing if the worker is not in scope of the rule in the window.
std::optional<WorkerJudgement> judge_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker);

/// The year up to `month`'s reference day, for a rule that is averaged. Each month is reckoned by
/// the rule of the same id in the policy in force on its last day; without one it adds nothing. The
/// open month's share to date goes by days in post, whatever the rule's prorate says.
YearStanding judge_year(const BoundRule& rule, const Window& month, const WorkerFacts& worker,
                        const PolicyBook& book, const Surroundings& surroundings, Day today);

/// Whether an assignment of theirs to a grid of the rule covers one of the days.
bool is_assigned(const BoundRule& rule, const DayRange& within, const WorkerFacts& worker);

struct GridJudgement {
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};

/// Patrols (norm V5). Nothing if the rule does not hold in the grid; exempt while there was no
/// working day.
std::optional<GridJudgement> judge_grid(const BoundRule& rule, const Window& window,
                                        const GridFacts& grid, const Workdays& workdays);

}  // namespace gridvisit::compliance
