#include "gridvisit/compliance/judge.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/compliance/counting.hpp"

namespace gridvisit::compliance {
namespace {

using std::chrono::days;

const Residence* residence_on(const HouseholdFacts& household, Day day) {
  const auto at = std::ranges::find_if(
      household.residences, [&](const Residence& home) { return home.days.contains(day); });
  return at == household.residences.end() ? nullptr : &*at;
}

bool is_tagged(const BoundRule& rule, const HouseholdFacts& household, Day day) {
  if (rule.rule().tagged.empty()) return true;
  return std::ranges::any_of(household.tags, [&](const Tag& tag) {
    return tag.days.contains(day) && rule.names(tag.category);
  });
}

/// The first day of the unbroken run of days up to `day` that the accepted items cover.
template <class Item, class Accepts>
Day run_start(const std::vector<Item>& items, Day day, const Accepts& accepts) {
  Day start = day;
  for (bool grown = true; std::exchange(grown, false);)
    for (const auto& item : items)
      if (item.days.first < start && item.days.last >= start - days{1} && accepts(item)) {
        start = item.days.first;
        grown = true;
      }
  return start;
}

/// The day since when the household has been in scope without a break.
Day scope_start(const BoundRule& rule, const HouseholdFacts& household, Day day) {
  const Day lives_since = run_start(
      household.residences, day, [&](const Residence& home) { return rule.holds_in(home.grid); });
  if (rule.rule().tagged.empty()) return lives_since;
  return std::max(lives_since, run_start(household.tags, day,
                                         [&](const Tag& tag) { return rule.names(tag.category); }));
}

bool is_in_grace(const BoundRule& rule, const Window& window, const HouseholdFacts& household) {
  if (rule.rule().grace_days == 0) return false;
  const Day since = std::max(scope_start(rule, household, window.reference), window.period.first);
  return (window.period.last - since).count() + 1 < rule.rule().grace_days;
}

std::int64_t count_done(const BoundRule& rule, const Window& window,
                        const HouseholdFacts& household, const Roster& roster) {
  std::int64_t done = 0;
  std::optional<CountKey> last;  // the visits are by day, so equal keys stand together
  for (const auto& visit : visits_in(window, household.visits)) {
    if (reason_of(rule, window, visit, roster) != Reason::counted) continue;
    const auto key = key_of(rule.rule().count, visit);
    if (std::exchange(last, key) != key) ++done;
  }
  return done;
}

std::int64_t count_rounds(const Window& window, const GridFacts& grid) {
  std::vector<std::pair<Day, HalfDay>> rounds;
  for (const auto& patrol : grid.patrols)
    if (patrol.day >= window.period.first && patrol.day <= window.reference)
      rounds.emplace_back(patrol.day, patrol.half);
  std::ranges::sort(rounds);
  return std::unique(rounds.begin(), rounds.end()) - rounds.begin();
}

}  // namespace

Window window_at(const Period& period, Day reference, Day today) {
  return {period, reference, today <= period.last};
}

std::int64_t months_left(const Window& month) {
  return 12 - month_of(month.period.first) + (month.open ? 1 : 0);
}

std::optional<HouseholdJudgement> judge_household(const BoundRule& rule, const Window& window,
                                                  const HouseholdFacts& household,
                                                  const Roster& roster) {
  const auto* home = residence_on(household, window.reference);
  if (!home || !rule.holds_in(home->grid) || !is_tagged(rule, household, window.reference))
    return std::nullopt;
  HouseholdJudgement result;
  result.grid = home->grid;
  result.responsible = roster.responsible(home->grid, window.reference);
  result.done = count_done(rule, window, household, roster);
  result.required = rule.rule().at_least;
  result.verdict = is_in_grace(rule, window, household)
                       ? Verdict::exempt
                       : verdict_of(result.done, result.required, window.open);
  return result;
}

std::optional<GridJudgement> judge_grid(const BoundRule& rule, const Window& window,
                                        const GridFacts& grid, const Workdays& workdays) {
  if (!rule.holds_in(grid.grid)) return std::nullopt;
  GridJudgement result;
  result.done = count_rounds(window, grid);
  result.required = rule.rule().at_least * workdays.count({window.period.first, window.reference});
  result.verdict = verdict_of(result.done, result.required, window.open);
  return result;
}

}  // namespace gridvisit::compliance
