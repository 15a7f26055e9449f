#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/plan.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/due_list.hpp"

namespace gridvisit::report {

struct PlanEntry {
  Day day;
  std::string grid;  ///< code
  Household household;
  std::vector<Mode> modes;        ///< any of them will do
  std::vector<OwedRule> settles;  ///< earliest deadline first; empty: only for the quota
  std::optional<Rule> quota;      ///< it counts for this rule, which needs it
  std::optional<Day> last_visit;  ///< of those made for the quota alone
  bool held_today = true;         ///< the grid is the worker's today
};

/// An obligation that the plan can't meet.
struct PlanGap {
  std::string grid;
  std::string household;  ///< code
  OwedRule owed;
  compliance::Obstacle obstacle = compliance::Obstacle::no_day;
};

struct WorkerPlan {
  std::string code;
  std::string name;
  Day until;              ///< periods that end up to this day are looked at
  std::vector<Day> days;  ///< shown
  std::vector<PlanEntry> entries;
  std::vector<PlanGap> gaps;
  std::int64_t obligations = 0;
  std::int64_t later = 0;  ///< visits for the rules after the days shown
  std::optional<std::int64_t> per_day_needed;
};

/// Who visits whom on the next working days.
struct VisitPlans {
  Day today;
  Day from;
  std::int64_t per_day = 0;
  std::vector<WorkerPlan> workers;
  std::vector<std::string> unassigned;  ///< grids that are lived in and that nobody answers for
  std::string data_version;
};

Document visit_plan_document(const VisitPlans& plans, PersonalData data, l10n::Language language);

}  // namespace gridvisit::report
