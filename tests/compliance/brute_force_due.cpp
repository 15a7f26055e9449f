#include <algorithm>
#include <tuple>

#include "gridvisit/base/text.hpp"

#include "compliance/brute_force.hpp"

namespace gridvisit::brute_force {
namespace {

using compliance::DuePlace;

struct Owes {
  Span span;
  HouseholdResult result;
};

struct Waiting {
  town::Home home;
  AreaId grid;
  std::vector<Owes> owes;
  int priority = 3;
  std::optional<Day> last_counted;
};

int priority_of(const Town& town, HouseholdId household) {
  const std::vector<std::string> groups{"key", "special", "hardship"};
  for (int priority = 0; priority < 3; ++priority)
    for (const auto& tag : town.tags)
      for (const auto& category : town.categories)
        if (tag.household == household && tag.days.contains(town.today) &&
            category.id == tag.category &&
            std::ranges::count(category.groups, groups[static_cast<std::size_t>(priority)]) > 0)
          return priority;
  return 3;
}

/// The period of each rule that runs today.
std::vector<Span> running(const Town& town) {
  std::vector<Span> result;
  for (const auto& policy : town.policies)
    for (const auto& rule : policy.rules) {
      const auto period = period_containing(rule.every, town.today);
      if (&policy_on(town, period.last) == &policy && rule.subject == Subject::household)
        result.push_back({rule, period, town.today, true});
    }
  return result;
}

/// The last visit that would count for the rule had its period no beginning.
std::optional<Day> last_counted(const Town& town, Span span, HouseholdId household) {
  span.period.first = k_beginning;
  std::optional<Day> result;
  for (const auto& visit : town.visits)
    if (visit.household == household && counts(town, span, visit))
      result = std::max(result, std::optional{visit.day});
  return result;
}

std::optional<Waiting> waiting(const Town& town, const town::Home& home) {
  Waiting result{home, {}, {}, priority_of(town, home.id), {}};
  for (const auto& span : running(town)) {
    const auto judged = judge(town, span, home.id);
    if (!judged || judged->verdict != Verdict::due) continue;
    result.grid = judged->grid;
    result.owes.push_back({span, *judged});
    result.last_counted = std::max(result.last_counted, last_counted(town, span, home.id));
  }
  std::ranges::stable_sort(result.owes, {}, [](const Owes& owes) { return owes.span.period.last; });
  return result.owes.empty() ? std::nullopt : std::optional{result};
}

/// Whether `left` comes before `right` by where they live; then by code.
bool lives_before(const DuePlace& left, const DuePlace& right) {
  for (const auto part : {&DuePlace::building, &DuePlace::unit, &DuePlace::room, &DuePlace::code}) {
    const auto order = compare_natural(left.*part, right.*part);
    if (order != 0) return order < 0;
  }
  return false;
}

bool stands_before(const Waiting& left, const Waiting& right) {
  const auto key = [](const Waiting& household) {
    return std::tuple{household.owes.front().span.period.last, household.priority,
                      -static_cast<int>(household.owes.size()),
                      household.last_counted.value_or(k_beginning)};
  };
  if (key(left) != key(right)) return key(left) < key(right);
  return lives_before(left.home.place, right.home.place);
}

}  // namespace

std::vector<Due> due_list(const Town& town) {
  std::vector<Waiting> list;
  for (const auto& home : town.homes)
    if (auto household = waiting(town, home)) list.push_back(*household);
  std::ranges::sort(list, stands_before);
  std::vector<Due> result;
  for (const auto& household : list) {
    Due due{household.home.id, household.grid, {}, household.priority, household.last_counted};
    for (const auto& owes : household.owes)
      due.obligations.push_back(
          {owes.span.rule.id, owes.span.period, owes.result.done, owes.result.required});
    result.push_back(due);
  }
  return result;
}

}  // namespace gridvisit::brute_force
