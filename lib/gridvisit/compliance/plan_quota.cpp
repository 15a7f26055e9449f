#include <algorithm>
#include <set>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/compliance/counting.hpp"
#include "gridvisit/compliance/plan_parts.hpp"

namespace gridvisit::compliance {
namespace {

/// The averaged rule that asks the most, and what its year still asks.
struct Quota {
  BoundRule rule;
  std::int64_t remaining = 0;  ///< R_year − sum_D
};

std::optional<Quota> quota_of(const PlanGround& ground) {
  std::optional<Quota> result;
  const Day today = ground.request.today;
  const auto month = period_containing(PeriodKind::month, today);
  for (const auto& [rule, windows] : rules_of(ground.book, month, today, ground.surroundings)) {
    if (!rule.rule().average_over_year || rule.rule().count == Count::days) continue;
    if (!rule.accepts(Outcome::met)) continue;
    const auto year = judge_year(rule, windows.front(), ground.facts.worker, ground.book,
                                 ground.surroundings, today);
    const auto remaining = year.required_full - year.done;
    if (remaining > (result ? result->remaining : 0)) result = Quota{rule, remaining};
  }
  return result;
}

/// The quota of one month, and what is planned for it.
class MonthFill {
 public:
  MonthFill(RulesPlan& plan, const PlanGround& ground, const Reach& reach, const Quota& quota,
            const Period& month)
      : m_plan{plan}, m_ground{ground}, m_reach{reach}, m_quota{quota}, m_month{month} {}

  /// Plans for `wanted` more households in the month; how many of them are planned.
  std::int64_t fill(std::int64_t wanted) {
    note_counted();
    const auto by_rules = turn_to_quota(wanted);
    return by_rules + add_visits(wanted - by_rules);
  }

 private:
  const Rule* rule() const { return &m_quota.rule.rule(); }

  /// Households that count for the month already add nothing.
  void note_counted() {
    const auto window = window_at(m_month, m_month.last, m_ground.request.today);
    const auto& worker = m_ground.facts.worker;
    for (const auto& visit : worker.visits)
      if (reason_of(m_quota.rule, window, visit, worker) == Reason::counted)
        m_taken.insert(visit.household);
  }

  /// Counts the visits that the rules ask for anyway; contacts of any mode only as far as needed,
  /// which then have to be of the quota's modes.
  std::int64_t turn_to_quota(std::int64_t wanted) {
    std::vector<PlannedVisit*> open;
    std::int64_t result = 0;
    for (auto& visit : m_plan.visits) {
      if (!m_month.contains(visit.day) || !m_taken.insert(visit.household).second) continue;
      const auto fitting =
          std::ranges::count_if(visit.modes, [&](Mode mode) { return m_quota.rule.accepts(mode); });
      if (fitting == std::ssize(visit.modes))
        ++result;
      else if (fitting > 0)
        open.push_back(&visit);
    }
    std::ranges::stable_sort(open, {}, [](const auto* visit) { return visit->day; });
    for (auto* visit : open) {
      if (result >= wanted) break;
      std::erase_if(visit->modes, [&](Mode mode) { return !m_quota.rule.accepts(mode); });
      visit->quota = rule();
      ++result;
    }
    return std::min(result, wanted);
  }

  /// The worker's days of the month, by index.
  std::pair<std::size_t, std::size_t> days() const {
    const auto first = std::ranges::lower_bound(m_reach.days, m_month.first);
    const auto end = std::ranges::upper_bound(m_reach.days, m_month.last);
    return {static_cast<std::size_t>(first - m_reach.days.begin()),
            static_cast<std::size_t>(end - m_reach.days.begin())};
  }

  /// Spreads the number evenly over the month's days; those shown hold their part of it.
  std::int64_t add_visits(std::int64_t number) {
    if (number <= 0) return 0;
    const auto [first, end] = days();
    const auto span = static_cast<std::int64_t>(end - first);
    std::vector<std::pair<std::size_t, std::int64_t>> parts;
    std::int64_t placed = 0;
    for (auto day = first; day < std::min(end, m_plan.free.size()); ++day) {
      const auto until_now =
          (number * static_cast<std::int64_t>(day - first + 1) + span - 1) / span;
      const auto part = std::clamp<std::int64_t>(until_now - placed, 0, m_plan.free[day]);
      parts.emplace_back(day, part);
      placed += part;
    }
    auto chosen = longest_unvisited(placed);
    for (const auto& [day, part] : parts) add_on(day, part, chosen);
    return number;
  }

  static std::optional<Day> last_met(const HouseholdFacts& household) {
    std::optional<Day> result;
    for (const auto& visit : household.visits)
      if (visit.outcome == Outcome::met) result = visit.day;
    return result;
  }

  /// Made or planned.
  std::optional<Day> last_visit(const HouseholdFacts& household) const {
    auto result = last_met(household);
    for (const auto& visit : m_plan.visits)
      if (visit.household == household.household)
        result = std::max(result, std::optional{visit.day});
    return result;
  }

  /// The `count` households that were not visited longest, along the houses.
  std::vector<const HouseholdFacts*> longest_unvisited(std::int64_t count) {
    std::vector<std::pair<std::optional<Day>, const HouseholdFacts*>> all;
    for (const auto& grid : m_ground.facts.grids)
      for (const auto& household : grid.households)
        if (is_there(household) && m_taken.insert(household.household).second)
          all.emplace_back(last_visit(household), &household);
    std::ranges::sort(all, [&](const auto& left, const auto& right) {
      if (left.first != right.first) return left.first < right.first;
      return comes_before(left.second, right.second);
    });
    all.resize(std::min(all.size(), static_cast<std::size_t>(count)));
    std::vector<const HouseholdFacts*> result;
    for (const auto& [last, household] : all) result.push_back(household);
    std::ranges::sort(
        result, [&](const auto* left, const auto* right) { return comes_before(left, right); });
    return result;
  }

  bool comes_before(const HouseholdFacts* left, const HouseholdFacts* right) const {
    const auto& places = m_ground.facts.places;
    return compare_places(referred_to(places, left->household),
                          referred_to(places, right->household)) < 0;
  }

  bool is_there(const HouseholdFacts& household) const {
    const auto [first, end] = days();
    for (auto day = first; day < std::min(end, m_plan.free.size()); ++day)
      if (m_reach.grid_of(household, m_reach.days[day])) return true;
    return false;
  }

  void add_on(std::size_t day, std::int64_t count, std::vector<const HouseholdFacts*>& chosen) {
    for (auto at = chosen.begin(); at != chosen.end() && count > 0;) {
      const auto grid = m_reach.grid_of(**at, m_reach.days[day]);
      if (!grid) {
        ++at;
        continue;
      }
      PlannedVisit visit{m_reach.days[day], (*at)->household, *grid, {}, {}, rule(),
                         last_met(**at)};
      for (const auto mode : k_modes)
        if (m_quota.rule.accepts(mode)) visit.modes.push_back(mode);
      m_plan.visits.push_back(std::move(visit));
      --m_plan.free[day];
      --count;
      at = chosen.erase(at);
    }
  }

  RulesPlan& m_plan;
  const PlanGround& m_ground;
  const Reach& m_reach;
  const Quota& m_quota;
  Period m_month;
  std::set<HouseholdId> m_taken;
};

}  // namespace

void fill_quota(RulesPlan& plan, const PlanGround& ground, const Reach& reach) {
  const auto quota = quota_of(ground);
  const auto year = period_containing(PeriodKind::year, ground.request.today);
  if (!quota || !year.contains(ground.request.from) || plan.free.empty()) return;
  const auto months = 13 - month_of(ground.request.from);
  const auto a_month = (quota->remaining + months - 1) / months;
  auto left = quota->remaining;
  const Day last = std::min(reach.days[plan.free.size() - 1], year.last);
  for (auto month = period_containing(PeriodKind::month, ground.request.from); month.first <= last;
       month = next(month))
    left -= MonthFill{plan, ground, reach, *quota, month}.fill(std::min(a_month, left));
}

}  // namespace gridvisit::compliance
