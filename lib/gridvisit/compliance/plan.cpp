#include "gridvisit/compliance/plan.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/compliance/plan_parts.hpp"

namespace gridvisit::compliance {
namespace {

using std::chrono::days;
using Households = std::map<HouseholdId, const HouseholdFacts*>;

Day year_end(Day day) {
  return period_containing(PeriodKind::year, day).last;
}

bool is_away(const WorkerFacts& worker, Day day) {
  return std::ranges::any_of(worker.leaves,
                             [&](const Leave& leave) { return leave.days.contains(day); });
}

bool is_worked(const WorkerFacts& worker, const Workdays& workdays, Day day) {
  return workdays.contains(day) && !is_away(worker, day);
}

/// The last of the first working days asked for, looking two years ahead; the first day of all if
/// there is none.
Day last_shown(const WorkerFacts& worker, const Workdays& workdays, const PlanRequest& request) {
  constexpr days k_ahead{730};
  Day last = request.from;
  int count = 0;
  for (Day day = request.from; count < request.days && day <= request.from + k_ahead;
       day += days{1})
    if (is_worked(worker, workdays, day)) {
      last = day;
      ++count;
    }
  return last;
}

std::vector<Day> working_days(const WorkerFacts& worker, const Workdays& workdays,
                              const DayRange& range) {
  std::vector<Day> result;
  for (Day day = range.first; day <= range.last; day += days{1})
    if (is_worked(worker, workdays, day)) result.push_back(day);
  return result;
}

bool answers_for_some(const std::vector<Assignment>& held, const DayRange& range) {
  return std::ranges::any_of(held, [&](const Assignment& assignment) {
    return assignment.role == Role::responsible && assignment.days.overlaps(range);
  });
}

Role role_of(const std::vector<Assignment>& held, Day from) {
  const bool answers = answers_for_some(held, {from, year_end(from)});
  return answers ? Role::responsible : Role::assistant;
}

/// Households that the worker visited on the day: they have taken their part of it.
std::int64_t made_on(const WorkerFacts& worker, Day day) {
  std::set<HouseholdId> households;
  for (const auto& visit : worker.visits)
    if (visit.day == day) households.insert(visit.household);
  return static_cast<std::int64_t>(households.size());
}

std::vector<std::int64_t> capacities(const Reach& reach, std::int64_t per_day) {
  std::vector<std::int64_t> result;
  for (const auto day : reach.days)
    result.push_back(std::max<std::int64_t>(0, per_day - made_on(*reach.worker, day)));
  return result;
}

Households households_of(const PlanFacts& facts) {
  Households result;
  for (const auto& grid : facts.grids)
    for (const auto& household : grid.households) result.emplace(household.household, &household);
  return result;
}

/// The smallest number a day with which nothing lacks room; nothing if there is none.
std::optional<std::int64_t> enough_a_day(Task task, const Reach& reach, std::int64_t per_day) {
  const auto fits = [&](std::int64_t number) {
    task.capacity = capacities(reach, number);
    return solve(task).unmet.empty();
  };
  std::int64_t too_few = per_day, enough = per_day + 1;
  for (const auto& demand : task.demands) enough += static_cast<std::int64_t>(demand.missing);
  if (!fits(enough)) return std::nullopt;
  while (enough - too_few > 1) {
    const auto middle = std::midpoint(too_few, enough);
    (fits(middle) ? enough : too_few) = middle;
  }
  return enough;
}

PlannedVisit planned(const PlanJob& job, Day day, const Task& task) {
  PlannedVisit result{day, job.household, {}, job.modes, {}, nullptr, {}};
  for (const auto at : job.serves) result.settles.push_back(task.demands[at].owed);
  std::ranges::stable_sort(result.settles, {},
                           [](const Obligation& owed) { return owed.period.last; });
  return result;
}

std::vector<PlannedVisit> visits_of(const Solution& solution, const Task& task, const Reach& reach,
                                    const Households& households) {
  std::vector<PlannedVisit> result;
  for (std::size_t at = 0; at < solution.jobs.size(); ++at) {
    if (!solution.days[at]) continue;
    const auto& job = solution.jobs[at];
    auto visit = planned(job, reach.days[*solution.days[at]], task);
    visit.grid = reach.grid_of(*referred_to(households, job.household), visit.day).value();
    result.push_back(std::move(visit));
  }
  return result;
}

std::vector<UnmetObligation> unmet_of(const Solution& solution, const Task& task) {
  std::vector<UnmetObligation> result;
  for (std::size_t index = 0; index < task.demands.size(); ++index) {
    const auto& demand = task.demands[index];
    const bool has_no_room = std::ranges::count(solution.unmet, index) > 0;
    if (!demand.obstacle && !has_no_room) continue;
    result.push_back(
        {demand.household, demand.grid, demand.owed, demand.obstacle.value_or(Obstacle::no_room)});
  }
  std::ranges::stable_sort(result, [&](const auto& left, const auto& right) {
    if (left.owed.period.last != right.owed.period.last)
      return left.owed.period.last < right.owed.period.last;
    return compare_places(referred_to(*task.places, left.household),
                          referred_to(*task.places, right.household)) < 0;
  });
  return result;
}

Task task_of(const PlanFacts& facts, const Reach& reach, std::vector<OpenDemand> demands,
             const Surroundings& surroundings, const PlanRequest& request) {
  Task task{std::move(demands), capacities(reach, request.per_day), &facts.places, {}};
  for (const auto& [id, household] : households_of(facts))
    task.priorities.emplace(id, priority_of(*household, surroundings, request.today));
  return task;
}

/// What is left of each of the first `count` days.
std::vector<std::int64_t> free_on(const Solution& solution, const Task& task, std::size_t count) {
  std::vector<std::int64_t> result{task.capacity.begin(),
                                   task.capacity.begin() + static_cast<std::ptrdiff_t>(count)};
  for (const auto& day : solution.days)
    if (day && *day < count) --result[*day];
  return result;
}

void sort_visits(std::vector<PlannedVisit>& visits, const PlanFacts& facts) {
  std::ranges::stable_sort(visits, [&](const PlannedVisit& left, const PlannedVisit& right) {
    if (left.day != right.day) return left.day < right.day;
    return compare_places(referred_to(facts.places, left.household),
                          referred_to(facts.places, right.household)) < 0;
  });
}

}  // namespace

DayRange plan_days(Day today) {
  return {previous(period_containing(PeriodKind::year, today)).first, today};
}

std::vector<AreaId> plan_grids(const std::vector<Assignment>& held, Day from) {
  const auto role = role_of(held, from);
  std::set<AreaId> grids;
  for (const auto& assignment : held)
    if (assignment.role == role && assignment.days.overlaps({from, year_end(from)}))
      grids.insert(assignment.grid);
  return {grids.begin(), grids.end()};
}

VisitPlan plan_visits(const PlanFacts& facts, const PolicyBook& book,
                      const Surroundings& surroundings, const PlanRequest& request) {
  VisitPlan plan;
  const Day last = last_shown(facts.worker, surroundings.workdays, request);
  plan.until = year_end(last);
  const Reach reach{&facts.worker, role_of(facts.worker.assignments, request.from),
                    working_days(facts.worker, surroundings.workdays, {request.from, plan.until})};
  for (const auto day : reach.days)
    if (day <= last) plan.days.push_back(day);
  const auto rules = rules_ending_in({request.today, plan.until}, book, surroundings);
  const auto task =
      task_of(facts, reach, open_demands(facts, reach, rules, request.from), surroundings, request);
  const auto solution = solve(task);
  plan.obligations = static_cast<std::int64_t>(task.demands.size());
  plan.unmet = unmet_of(solution, task);
  if (!solution.unmet.empty()) plan.per_day_needed = enough_a_day(task, reach, request.per_day);
  RulesPlan settled{visits_of(solution, task, reach, households_of(facts)),
                    free_on(solution, task, plan.days.size())};
  fill_quota(settled, {facts, book, surroundings, request}, reach);
  plan.visits = std::move(settled.visits);
  plan.later = static_cast<std::int64_t>(
      std::erase_if(plan.visits, [&](const PlannedVisit& visit) { return visit.day > last; }));
  sort_visits(plan.visits, facts);
  return plan;
}

}  // namespace gridvisit::compliance
