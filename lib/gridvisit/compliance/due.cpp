#include "gridvisit/compliance/due.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <string_view>
#include <tuple>

#include "gridvisit/base/text.hpp"
#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {
namespace {

/// Each household rule in its current period: what a report on today judges.
std::vector<RuleWindows> current_rules(const PolicyBook& book, const Surroundings& surroundings,
                                       Day today) {
  auto rules = rules_of(book, period_containing(PeriodKind::day, today), today, surroundings);
  std::erase_if(rules, [](const RuleWindows& rule) {
    return rule.rule.rule().subject != Subject::household;
  });
  return rules;
}

/// First come those that matter most if they are left alone (norm V4).
constexpr std::array<std::string_view, 3> k_first_groups{"key", "special", "hardship"};

std::size_t rank_of(const Category& category) {
  for (std::size_t rank = 0; rank < k_first_groups.size(); ++rank)
    if (std::ranges::find(category.groups, k_first_groups[rank]) != category.groups.end())
      return rank;
  return k_first_groups.size();
}

std::optional<Day> last_suiting(const BoundRule& rule, const HouseholdFacts& household,
                                const Roster& roster, Day today) {
  for (auto visit = household.visits.rbegin(); visit != household.visits.rend(); ++visit)
    if (visit->day <= today && suits(rule, *visit, roster)) return visit->day;
  return std::nullopt;
}

DueHousehold due_of(const HouseholdFacts& household, const GridFacts& grid,
                    const std::vector<RuleWindows>& rules, Day today) {
  DueHousehold result;
  result.household = household.household;
  result.grid = grid.grid;
  for (const auto& [rule, windows] : rules) {
    const auto& window = windows.front();
    const auto judged = judge_household(rule, window, household, grid.roster);
    if (!judged || judged->grid != grid.grid || judged->verdict != Verdict::due) continue;
    result.obligations.push_back({&rule.rule(), window.period, judged->done, judged->required});
    result.last_counted =
        std::max(result.last_counted, last_suiting(rule, household, grid.roster, today));
  }
  std::ranges::stable_sort(result.obligations, {},
                           [](const Obligation& owed) { return owed.period.last; });
  return result;
}

}  // namespace

int priority_of(const HouseholdFacts& household, const Surroundings& surroundings, Day day) {
  std::size_t best = k_first_groups.size();
  for (const auto& tag : household.tags) {
    const auto category = std::ranges::find(surroundings.categories, tag.category, &Category::id);
    if (tag.days.contains(day) && category != surroundings.categories.end())
      best = std::min(best, rank_of(*category));
  }
  return static_cast<int>(best);
}

std::strong_ordering compare_places(const DuePlace& left, const DuePlace& right) {
  for (const auto part : {&DuePlace::building, &DuePlace::unit, &DuePlace::room}) {
    const auto order = compare_natural(left.*part, right.*part);
    if (order != 0) return order;
  }
  return compare_natural(left.code, right.code);
}

std::optional<DayRange> due_days(const PolicyBook& book, const Surroundings& surroundings,
                                 Day today) {
  if (current_rules(book, surroundings, today).empty()) return std::nullopt;
  return DayRange{k_beginning, today};
}

std::vector<DueHousehold> due_households(const GridFacts& grid, const PolicyBook& book,
                                         const Surroundings& surroundings, Day today) {
  const auto rules = current_rules(book, surroundings, today);
  std::vector<DueHousehold> result;
  for (const auto& household : grid.households) {
    auto due = due_of(household, grid, rules, today);
    if (due.obligations.empty()) continue;
    due.priority = priority_of(household, surroundings, today);
    result.push_back(std::move(due));
  }
  return result;
}

bool comes_before(const DueHousehold& left, const DuePlace& left_place, const DueHousehold& right,
                  const DuePlace& right_place) {
  const auto urgency = [](const DueHousehold& due) {
    const auto count = static_cast<std::int64_t>(due.obligations.size());
    return std::tuple{due.obligations.front().period.last, due.priority, -count, due.last_counted};
  };
  const auto order = urgency(left) <=> urgency(right);
  return order == 0 ? compare_places(left_place, right_place) < 0 : order < 0;
}

}  // namespace gridvisit::compliance
