#include "gridvisit/compliance/household_months.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {
namespace {

/// The household rules of a month's report whose periods end in that month.
std::vector<RuleWindows> ending_in(const Period& month, Day reference, const PolicyBook& book,
                                   const Surroundings& surroundings) {
  auto rules = rules_of(book, month, reference, surroundings);
  for (auto& [rule, windows] : rules)
    std::erase_if(windows,
                  [&](const Window& window) { return !month.contains(window.period.last); });
  std::erase_if(rules, [](const RuleWindows& rule) {
    return rule.windows.empty() || rule.rule.rule().subject != Subject::household;
  });
  return rules;
}

Contact contact_of(const VisitFact& visit) {
  if (visit.outcome != Outcome::met) return Contact::nobody_met;
  return visit.mode == Mode::door ? Contact::met_at_door : Contact::spoken_to;
}

}  // namespace

MonthlyView::MonthlyView(Day reference, const PolicyBook& book, const Surroundings& surroundings) {
  for (const auto& month : months_of_year(reference)) {
    if (month.first > reference) break;
    m_months.push_back(window_at(month, std::min(month.last, reference), reference));
    m_rules.push_back(ending_in(month, reference, book, surroundings));
  }
}

std::optional<DayRange> MonthlyView::household_days() const {
  std::optional<DayRange> days;
  for (std::size_t month = 0; month < m_months.size(); ++month) {
    const auto needed = days_needed(m_rules[month], Subject::household);
    const auto& shown = m_months[month];
    const Day first = needed ? std::min(needed->first, shown.period.first) : shown.period.first;
    days = DayRange{days ? std::min(days->first, first) : first, shown.reference};
  }
  return days;
}

std::vector<HouseholdYear> MonthlyView::households_of(const GridFacts& grid) const {
  std::vector<HouseholdYear> result;
  if (m_months.empty()) return result;
  const DayRange shown{m_months.front().period.first, m_months.back().reference};
  for (const auto& household : grid.households) {
    if (!household.lived_in(grid.grid, shown)) continue;
    HouseholdYear year{household.household, {}};
    for (std::size_t month = 0; month < m_months.size(); ++month)
      year.months.push_back(month_of(household, grid, month));
    result.push_back(std::move(year));
  }
  return result;
}

HouseholdMonth MonthlyView::month_of(const HouseholdFacts& household, const GridFacts& grid,
                                     std::size_t month) const {
  const auto& window = m_months[month];
  HouseholdMonth result;
  if (!household.lived_in(grid.grid, {window.period.first, window.reference})) return result;
  result.contact = Contact::none;
  for (const auto& visit : visits_in(window, household.visits))
    if (visit.grid == grid.grid) result.contact = std::max(result.contact, contact_of(visit));
  for (const auto& [rule, windows] : m_rules[month])
    for (const auto& each : windows) {
      const auto judged = judge_household(rule, each, household, grid.roster);
      if (judged && judged->grid == grid.grid && is_owed(judged->verdict)) result.owes = true;
    }
  return result;
}

}  // namespace gridvisit::compliance
