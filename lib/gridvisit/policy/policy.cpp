#include "gridvisit/policy/policy.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gridvisit {
namespace {

constexpr std::string_view k_source = "《小区工作者日常工作规范》";

/// Norm V1.
Rule monthly_households() {
  Rule rule;
  rule.id = "monthly-households";
  rule.title = "月均走访户数";
  rule.title_en = "Households visited a month";
  rule.source = k_source;
  rule.subject = Subject::worker;
  rule.modes = {Mode::door, Mode::outside};
  rule.count = Count::households;
  rule.at_least = 30;
  rule.every = PeriodKind::month;
  rule.average_over_year = true;
  rule.credit = Credit::anywhere;
  return rule;
}

/// Norm V2.
Rule annual_door_visit() {
  Rule rule;
  rule.id = "annual-door-visit";
  rule.title = "每年上门走访";
  rule.title_en = "Door visit every year";
  rule.source = k_source;
  rule.modes = {Mode::door};
  rule.every = PeriodKind::year;
  return rule;
}

/// Norm V3.
Rule special_monthly() {
  Rule rule;
  rule.id = "special-monthly";
  rule.title = "特殊人群每月联络";
  rule.title_en = "Special persons contacted every month";
  rule.source = k_source;
  rule.tagged = {"special"};
  rule.every = PeriodKind::month;
  return rule;
}

}  // namespace

const Rule* Policy::find(std::string_view id) const {
  const auto at = std::ranges::find(rules, id, &Rule::id);
  return at == rules.end() ? nullptr : &*at;
}

Policy default_policy() {
  return {"default", k_beginning, {monthly_households(), annual_door_visit(), special_monthly()}};
}

PolicyBook::PolicyBook(std::vector<Policy> loaded) : m_policies{default_policy()} {
  std::ranges::move(loaded, std::back_inserter(m_policies));
  std::ranges::stable_sort(m_policies, {}, &Policy::from);
}

const Policy& PolicyBook::in_force(Day day) const {
  return *std::prev(std::ranges::upper_bound(m_policies, day, {}, &Policy::from));
}

bool PolicyBook::names_areas() const {
  return std::ranges::any_of(m_policies, [](const Policy& policy) {
    return std::ranges::any_of(policy.rules, [](const Rule& rule) { return !rule.in.empty(); });
  });
}

}  // namespace gridvisit
