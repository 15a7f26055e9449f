#include "gridvisit/compliance/feasibility.hpp"

#include <algorithm>
#include <vector>

namespace gridvisit::compliance {
namespace {

using std::chrono::year_month_day;

/// Months of one year, 1 to 12, both included: a visit in any of them would do.
struct Months {
  unsigned first = 1;
  unsigned last = 12;
};

unsigned month_of(Day day) {
  return static_cast<unsigned>(year_month_day{day}.month());
}

Period year_of(Day day) {
  return period_containing(PeriodKind::year, day);
}

/// Each period of a household rule that ends between today and the year's end, to be judged as on
/// its last day.
std::vector<RuleWindows> remaining(const PolicyBook& book, const Surroundings& surroundings,
                                   Day today) {
  const auto year = year_of(today);
  auto rules = rules_of(book, year, year.last, surroundings);
  for (auto& [rule, windows] : rules)
    std::erase_if(windows, [&](const Window& window) { return window.period.last < today; });
  std::erase_if(rules, [](const RuleWindows& rule) {
    return rule.rule.rule().subject != Subject::household || rule.windows.empty();
  });
  return rules;
}

/// The months in which the household must still be visited, one or more for each entry.
std::vector<Months> demands(const HouseholdFacts& household, const GridFacts& grid,
                            const std::vector<RuleWindows>& rules, Day today) {
  std::vector<Months> result;
  for (const auto& [rule, windows] : rules)
    for (const auto& window : windows) {
      const auto judged = judge_household(rule, window, household, grid.roster);
      if (!judged || judged->grid != grid.grid) continue;
      if (judged->verdict == Verdict::met || judged->verdict == Verdict::exempt) continue;
      result.push_back(
          {month_of(std::max(window.period.first, today)), month_of(window.period.last)});
    }
  return result;
}

/// The size of the smallest set of months that holds one of each demand: going by last months,
/// the last month of a demand that is not served yet is the best choice.
std::int64_t fewest_months(std::vector<Months> demands) {
  std::ranges::sort(demands, {}, &Months::last);
  std::int64_t count = 0;
  unsigned chosen = 0;
  for (const auto& months : demands)
    if (months.first > chosen) {
      chosen = months.last;
      ++count;
    }
  return count;
}

bool lives_there(const HouseholdFacts& household, AreaId grid, Day day) {
  return std::ranges::any_of(household.residences, [&](const Residence& home) {
    return home.grid == grid && home.days.contains(day);
  });
}

std::int64_t minimum_of(const WorkerFacts& worker, const PolicyBook& book,
                        const Surroundings& surroundings, Day today) {
  std::int64_t result = 0;
  const auto month = period_containing(PeriodKind::month, today);
  for (const auto& [rule, windows] : rules_of(book, month, today, surroundings)) {
    if (!rule.rule().average_over_year) continue;
    const auto year = judge_year(rule, windows.front(), worker, book, surroundings, today);
    result = std::max(result, year.required_full - year.done);
  }
  return result;
}

}  // namespace

std::int64_t GridFeasibility::pace() const {
  if (months_left == 0) return 0;
  return (std::max(needed, minimum) + months_left - 1) / months_left;
}

DayRange feasibility_days(Day today) {
  return {period_containing(PeriodKind::week, year_of(today).first).first, today};
}

GridFeasibility feasibility_of(const GridFacts& grid, const std::optional<WorkerFacts>& responsible,
                               const PolicyBook& book, const Surroundings& surroundings,
                               Day today) {
  const auto rules = remaining(book, surroundings, today);
  GridFeasibility result;
  result.grid = grid.grid;
  result.months_left = 13 - static_cast<std::int64_t>(month_of(today));
  for (const auto& household : grid.households) {
    if (lives_there(household, grid.grid, today)) ++result.households;
    result.needed += fewest_months(demands(household, grid, rules, today));
  }
  if (responsible) result.minimum = minimum_of(*responsible, book, surroundings, today);
  return result;
}

}  // namespace gridvisit::compliance
