#include "gridvisit/compliance/demands.hpp"

#include <iterator>

#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {
namespace {

void keep_ending_in(const DayRange& days, std::vector<RuleWindows>& rules) {
  for (auto& [rule, windows] : rules)
    std::erase_if(windows,
                  [&](const Window& window) { return !days.contains(window.period.last); });
  std::erase_if(rules, [](const RuleWindows& rule) {
    return rule.rule.rule().subject != Subject::household || rule.windows.empty();
  });
}

std::optional<Day> last_counted(const BoundRule& rule, const Window& window,
                                const HouseholdFacts& household, const Roster& roster) {
  std::optional<Day> result;
  for (const auto& visit : visits_in(window, household.visits))
    if (reason_of(rule, window, visit, roster) == Reason::counted) result = visit.day;
  return result;
}

}  // namespace

std::vector<RuleWindows> rules_ending_in(const DayRange& days, const PolicyBook& book,
                                         const Surroundings& surroundings) {
  std::vector<RuleWindows> result;
  for (auto year = period_containing(PeriodKind::year, days.first); year.first <= days.last;
       year = next(year)) {
    auto rules = rules_of(book, year, year.last, surroundings);
    keep_ending_in(days, rules);
    result.insert(result.end(), std::move_iterator{rules.begin()}, std::move_iterator{rules.end()});
  }
  return result;
}

std::vector<Demand> demands_of(const HouseholdFacts& household, AreaId grid,
                               const std::vector<RuleWindows>& rules, const Roster& roster) {
  std::vector<Demand> result;
  for (const auto& [rule, windows] : rules)
    for (const auto& window : windows) {
      const auto judged = judge_household(rule, window, household, roster);
      if (!judged || judged->grid != grid) continue;
      if (judged->verdict == Verdict::met || judged->verdict == Verdict::exempt) continue;
      result.push_back({{&rule.rule(), window.period, judged->done, judged->required},
                        &rule,
                        last_counted(rule, window, household, roster)});
    }
  return result;
}

}  // namespace gridvisit::compliance
