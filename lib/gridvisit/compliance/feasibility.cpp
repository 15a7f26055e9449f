#include "gridvisit/compliance/feasibility.hpp"

#include <algorithm>
#include <vector>

namespace gridvisit::compliance {
namespace {

/// Months of one year, 1 to 12, both included: a visit in any of them would do.
struct Months {
  std::int64_t first = 1;
  std::int64_t last = 12;
};

Period year_of(Day day) {
  return period_containing(PeriodKind::year, day);
}

/// What is left of the year.
DayRange rest_of_year(Day today) {
  return {today, year_of(today).last};
}

/// The months in which the household must still be visited, one or more for each entry.
std::vector<Months> months_of(const std::vector<Demand>& demands, Day today) {
  std::vector<Months> result;
  for (const auto& demand : demands) {
    const auto& period = demand.owed.period;
    result.push_back({month_of(std::max(period.first, today)), month_of(period.last)});
  }
  return result;
}

/// The size of the smallest set of months that holds one of each demand: going by last months,
/// the last month of a demand that is not served yet is the best choice.
std::int64_t fewest_months(std::vector<Months> demands) {
  std::ranges::sort(demands, {}, &Months::last);
  std::int64_t count = 0;
  std::int64_t chosen = 0;
  for (const auto& months : demands)
    if (months.first > chosen) {
      chosen = months.last;
      ++count;
    }
  return count;
}

std::int64_t minimum_of(const WorkerFacts& worker, const FeasibilityGround& ground) {
  std::int64_t result = 0;
  const auto& [book, surroundings, today, per_day] = ground;
  const auto month = period_containing(PeriodKind::month, today);
  for (const auto& [rule, windows] : rules_of(book, month, today, surroundings)) {
    if (!rule.rule().average_over_year) continue;
    const auto year = judge_year(rule, windows.front(), worker, book, surroundings, today);
    result = std::max(result, year.required_full - year.done);
  }
  return result;
}

/// The working days left in the year, without the worker's leave.
std::vector<Day> days_left(const std::optional<WorkerFacts>& worker,
                           const FeasibilityGround& ground) {
  const auto rest = rest_of_year(ground.today);
  std::vector<Day> result;
  for (Day day = rest.first; day <= rest.last; day += std::chrono::days{1}) {
    const bool is_away = worker && std::ranges::any_of(worker->leaves, [&](const Leave& leave) {
                           return leave.days.contains(day);
                         });
    if (ground.surroundings.workdays.contains(day) && !is_away) result.push_back(day);
  }
  return result;
}

/// The last of the days from which `per_day` a day still make `number`; nothing if none do.
std::optional<Day> last_start(const std::vector<Day>& days, std::int64_t per_day,
                              std::int64_t number) {
  const auto taken = (number + per_day - 1) / per_day;
  if (taken > std::ssize(days)) return std::nullopt;
  return days[days.size() - static_cast<std::size_t>(taken)];
}

void add_last_days(GridFeasibility& grid, const std::vector<Day>& days, Day today) {
  grid.days_left = std::ssize(days);
  if (grid.needed > 0) grid.start_by = last_start(days, grid.per_day, grid.needed);
  if (grid.minimum <= 0) return;
  const auto last = last_start(days, grid.per_day, grid.minimum);
  grid.quota_lost_from = last ? *last + std::chrono::days{1} : today;
}

}  // namespace

std::int64_t GridFeasibility::pace() const {
  if (months_left == 0) return 0;
  return (std::max(needed, minimum) + months_left - 1) / months_left;
}

std::optional<std::int64_t> GridFeasibility::pace_a_day_tenths() const {
  if (days_left == 0) return std::nullopt;
  return (10 * std::max<std::int64_t>({needed, minimum, 0}) + days_left - 1) / days_left;
}

DayRange feasibility_days(Day today) {
  return {period_containing(PeriodKind::week, year_of(today).first).first, today};
}

std::vector<NeedyHousehold> needy_households(const GridFacts& grid,
                                             const FeasibilityGround& ground) {
  const auto rules = rules_ending_in(rest_of_year(ground.today), ground.book, ground.surroundings);
  std::vector<NeedyHousehold> result;
  for (const auto& household : grid.households) {
    const auto demands = demands_of(household, grid.grid, rules, grid.roster);
    if (demands.empty()) continue;
    NeedyHousehold needy{household.household, fewest_months(months_of(demands, ground.today)), {}};
    for (const auto& demand : demands) needy.owed.push_back(demand.owed);
    result.push_back(std::move(needy));
  }
  return result;
}

GridFeasibility feasibility_of(const GridFacts& grid, const std::optional<WorkerFacts>& responsible,
                               const FeasibilityGround& ground) {
  GridFeasibility result;
  result.grid = grid.grid;
  result.months_left = 13 - month_of(ground.today);
  result.per_day = ground.per_day;
  for (const auto& household : grid.households)
    if (household.lived_in(grid.grid, ground.today)) ++result.households;
  for (const auto& needy : needy_households(grid, ground)) result.needed += needy.months;
  if (responsible) result.minimum = minimum_of(*responsible, ground);
  add_last_days(result, days_left(responsible, ground), ground.today);
  return result;
}

}  // namespace gridvisit::compliance
