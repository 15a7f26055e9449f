#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/report.hpp"

#include "compliance/town.hpp"

/// The compliance contract read a second time, as plainly as possible: every question is answered
/// by going through the whole town, day by day. Nothing here is shared with the engine but the
/// structs that carry facts, rules and results.
namespace gridvisit::brute_force {

using compliance::Verdict;
using town::Town;

/// One period in which a rule is judged.
struct Span {
  Rule rule;
  Period period;
  Day reference;
  bool open = false;
};

/// Every period in which a report on `period` judges a rule, by the rule's id.
std::map<std::string, std::vector<Span>> spans_of(const Town& town, const Period& period);

struct Result {
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};
struct HouseholdResult : Result {
  AreaId grid;
  std::optional<WorkerId> responsible;
};

/// Nothing where the subject is not in scope.
std::optional<HouseholdResult> judge(const Town& town, const Span& span, HouseholdId household);
std::optional<Result> judge(const Town& town, const Span& span, WorkerId worker);
std::optional<Result> judge(const Town& town, const Span& span, AreaId grid);

/// The year of a worker rule averaged over it, as of the month of `span`.
compliance::YearStanding year_of(const Town& town, const Span& span, WorkerId worker);

// What judging is made of.
const Policy& policy_on(const Town& town, Day day);
std::optional<AreaId> grid_on(const Town& town, HouseholdId household, Day day);
std::optional<WorkerId> responsible_on(const Town& town, AreaId grid, Day day);
bool counts(const Town& town, const Span& span, const compliance::VisitFact& visit);
bool is_below(const Town& town, AreaId area, AreaId ancestor);
bool is_in_post(const Town& town, const Rule& rule, WorkerId worker, Day day);
std::vector<AreaId> grids_of(const Town& town);

/// The whole report; rules with the same id are one.
compliance::Report report(const Town& town, const compliance::ReportRequest& request);

struct Owing {
  std::string rule;
  Period period;
  std::int64_t done = 0;
  std::int64_t required = 0;
};
struct Due {
  HouseholdId household;
  AreaId grid;
  std::vector<Owing> obligations;
  int priority = 0;
  std::optional<Day> last_counted;
};

/// The due list of the town, in its order.
std::vector<Due> due_list(const Town& town);

}  // namespace gridvisit::brute_force
