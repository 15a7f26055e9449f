#include <algorithm>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {
namespace {

/// The windows of a rule of `every`, whichever policy they fall to.
std::vector<Window> windows_in(const Period& period, PeriodKind every, Day today) {
  const Day reference = std::min(period.last, today);
  if (every >= period.kind)
    return {window_at(period_containing(every, reference), reference, today)};
  std::vector<Window> result;
  for (const auto& each : periods_in(period, every, reference))
    result.push_back(window_at(each, std::min(each.last, reference), today));
  return result;
}

std::vector<Window> windows_of(const PolicyBook& book, const Policy& policy, const Rule& rule,
                               const Period& period, Day today) {
  auto result = windows_in(period, rule.every, today);
  std::erase_if(
      result, [&](const Window& window) { return &book.in_force(window.period.last) != &policy; });
  return result;
}

/// Ids in the order of the last policy begun by `until`, then those that only older ones have.
std::vector<std::string> rule_ids(const PolicyBook& book, Day until) {
  std::vector<std::string> result;
  const auto& policies = book.policies();
  for (auto policy = policies.rbegin(); policy != policies.rend(); ++policy) {
    if (policy->from > until) continue;
    for (const auto& rule : policy->rules)
      if (std::ranges::find(result, rule.id) == result.end()) result.push_back(rule.id);
  }
  return result;
}

}  // namespace

std::vector<RuleWindows> rules_of(const PolicyBook& book, const Period& period, Day today,
                                  const Surroundings& surroundings) {
  if (period.first > today)
    throw Error{ErrorKind::refused,
                message("{0} has not begun: today is {1}.", gridvisit::to_string(period),
                        gridvisit::to_string(today)),
                message("Name a period that begins today or earlier.")};
  const Day until = period_containing(PeriodKind::year, period.last).last;
  std::vector<RuleWindows> result;
  for (const auto& id : rule_ids(book, until))
    for (const auto& policy : book.policies()) {
      const auto* rule = policy.find(id);
      if (!rule) continue;
      auto windows = windows_of(book, policy, *rule, period, today);
      if (!windows.empty()) result.push_back({{*rule, surroundings}, std::move(windows)});
    }
  return result;
}

std::optional<DayRange> days_needed(const std::vector<RuleWindows>& rules, Subject subject) {
  std::optional<DayRange> result;
  for (const auto& [bound, windows] : rules) {
    const auto& rule = bound.rule();
    if ((rule.subject == Subject::worker) != (subject == Subject::worker)) continue;
    Day first = windows.front().period.first;
    if (rule.average_over_year) first = period_containing(PeriodKind::year, first).first;
    const Day last = windows.back().reference;
    result = result ? DayRange{std::min(result->first, first), std::max(result->last, last)}
                    : DayRange{first, last};
  }
  return result;
}

}  // namespace gridvisit::compliance
