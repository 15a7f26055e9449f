#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/compliance/plan.hpp"

#include "compliance/brute_force.hpp"
#include "compliance/campaign.hpp"
#include "compliance/dice.hpp"

using namespace gridvisit;
using compliance::PlannedVisit;
using compliance::PlanRequest;
using compliance::VisitPlan;
using std::chrono::days;
using town::Town;

namespace {

/// The last days of a year, in which one worker answers for everything.
Town at_years_end(Town town) {
  town::Dice dice{static_cast<std::uint64_t>((town.today - Day{}).count())};
  const auto year = period_containing(PeriodKind::year, town.today);
  town.today = std::max(town.today, year.last - days{dice.between(0, 6)});
  const auto worker = town.workers.front().id;
  town.assignments.clear();
  for (const auto grid : brute_force::grids_of(town))
    town.assignments.push_back({AssignmentId{grid.value}, worker, grid, Role::responsible, {}});
  for (auto& leave : town.leaves) {
    leave.worker = worker;
    leave.days = {town.today + days{dice.below(12)}, {}};
    leave.days.last = leave.days.first + days{dice.below(2)};
  }
  for (auto& visit : town.visits)
    if (dice.chance(30)) visit.day = town.today - days{dice.below(4)};
  return town;
}

/// Rules of calendar periods that lie within each other, with modes that do: there the plan has to
/// be as good as can be. (The built-in policy is so already.)
Town with_nested_rules(Town town) {
  const std::vector<std::vector<Mode>> modes{
      {k_modes.begin(), k_modes.end()}, {Mode::door}, {Mode::door, Mode::outside}, {Mode::phone}};
  for (auto& policy : town.policies | std::views::drop(1))
    for (auto& rule : policy.rules) {
      rule.modes = modes[rule.modes.size() % modes.size()];
      if (rule.every == PeriodKind::week) rule.every = PeriodKind::half_month;
    }
  return town;
}

compliance::PlanFacts facts_of(const Town& town) {
  compliance::PlanFacts facts;
  const auto worker = town.workers.front().id;
  facts.worker = facts_of_worker(town, worker, compliance::plan_days(town.today));
  for (const auto grid : compliance::plan_grids(facts.worker.assignments, town.today))
    facts.grids.push_back(facts_of_grid(town, grid, compliance::plan_days(town.today)));
  for (const auto& home : town.homes) facts.places.emplace(home.id, home.place);
  return facts;
}

VisitPlan plan_of(const Town& town, const PlanRequest& request) {
  return plan_visits(facts_of(town), town::book_of(town), town::surroundings_of(town), request);
}

bool is_worked(const Town& town, Day day) {
  return town.workdays.contains(day) && std::ranges::none_of(town.leaves, [&](const Leave& leave) {
           return leave.worker == town.workers.front().id && leave.days.contains(day);
         });
}

/// Everything to the year's end is shown.
PlanRequest request_of(const Town& town) {
  PlanRequest request{town.today, town.today, 0, 1 + (town.today - Day{}).count() % 2};
  const auto year = period_containing(PeriodKind::year, town.today);
  for (Day day = town.today; day <= year.last; day += days{1})
    request.days += is_worked(town, day) ? 1 : 0;
  return request;
}

std::int64_t made_today(const Town& town) {
  std::set<HouseholdId> households;
  for (const auto& visit : town.visits)
    if (visit.day == town.today && visit.worker == town.workers.front().id)
      households.insert(visit.household);
  return static_cast<std::int64_t>(households.size());
}

std::int64_t room_on(const Town& town, Day day, std::int64_t per_day) {
  return std::max<std::int64_t>(0, per_day - (day == town.today ? made_today(town) : 0));
}

/// What no plan may do, whether or not it meets everything.
std::string breaches(const Town& town, const PlanRequest& request, const VisitPlan& plan) {
  std::string result;
  std::map<Day, std::int64_t> loads;
  std::set<std::pair<HouseholdId, Day>> seen;
  for (const auto& visit : plan.visits) {
    const auto day = to_string(visit.day);
    if (!is_worked(town, visit.day)) result += "no working day: " + day + "\n";
    if (++loads[visit.day] > room_on(town, visit.day, request.per_day))
      result += "full: " + day + "\n";
    if (!seen.emplace(visit.household, visit.day).second) result += "twice on " + day + "\n";
    if (brute_force::grid_on(town, visit.household, visit.day) != visit.grid)
      result += "nobody lives there on " + day + "\n";
    for (const auto& owed : visit.settles)
      if (!owed.period.contains(visit.day)) result += "late: " + day + "\n";
    if (visit.modes.empty()) result += "no mode on " + day + "\n";
  }
  return result;
}

/// The end of the year, when everything that was planned was made.
class YearsEnd {
 public:
  explicit YearsEnd(Town town) : m_town{std::move(town)}, m_known{m_town.visits.size()} {
    const auto year = period_containing(PeriodKind::year, m_town.today);
    const Day today = m_town.today;
    m_town.today = year.last;
    for (auto& [id, spans] : brute_force::spans_of(m_town, year))
      for (auto& span : spans)
        if (span.rule.subject == Subject::household && span.period.last >= today)
          m_spans.push_back(std::move(span));
  }

  void visit(HouseholdId household, Day day, Mode mode) {
    m_town.visits.push_back(
        {VisitId{9000}, household, m_town.workers.front().id, day, mode, Outcome::met, {}});
  }
  void forget() { m_town.visits.resize(m_known); }

  /// Whether the household met every rule in every period that had not ended by today.
  bool is_met(HouseholdId household) const {
    return std::ranges::all_of(m_spans, [&](const auto& span) {
      const auto judged = brute_force::judge(m_town, span, household);
      return !judged || judged->verdict == compliance::Verdict::met ||
             judged->verdict == compliance::Verdict::exempt;
    });
  }

 private:
  Town m_town;
  std::size_t m_known;
  std::vector<brute_force::Span> m_spans;
};

std::string broken_promises(const Town& town, const VisitPlan& plan) {
  if (!plan.is_feasible()) return {};
  YearsEnd end{town};
  for (const auto& visit : plan.visits) end.visit(visit.household, visit.day, visit.modes.front());
  for (const auto& home : town.homes)
    if (!end.is_met(home.id)) return fmt::format("household {} still owes\n", home.id.value);
  return {};
}

/// By brute force: the smallest sets of days on which one household can be visited so that it owes
/// nothing. (More visits never hurt, so larger sets need not be tried.)
class Choices {
 public:
  Choices(const Town& town, std::vector<Day> open)
      : m_town{town}, m_days{std::move(open)}, m_end{town} {}

  std::vector<unsigned> of(HouseholdId household) {
    std::vector<unsigned> result;
    for (unsigned set = 0; set < (1U << m_days.size()); ++set) {
      const bool holds_smaller =
          std::ranges::any_of(result, [&](unsigned known) { return (known & set) == known; });
      if (!holds_smaller && can_do(household, set)) result.push_back(set);
    }
    return result;
  }

 private:
  /// At the door or by phone: with the rules that are drawn no other mode does more.
  bool can_do(HouseholdId household, unsigned set) {
    std::vector<Day> chosen;
    for (std::size_t at = 0; at < m_days.size(); ++at) {
      if ((set >> at & 1U) == 0) continue;
      if (!brute_force::grid_on(m_town, household, m_days[at])) return false;
      chosen.push_back(m_days[at]);
    }
    for (unsigned modes = 0; modes < (1U << chosen.size()); ++modes) {
      m_end.forget();
      for (std::size_t at = 0; at < chosen.size(); ++at)
        m_end.visit(household, chosen[at], (modes >> at & 1U) != 0 ? Mode::phone : Mode::door);
      if (m_end.is_met(household)) return true;
    }
    return false;
  }

  const Town& m_town;
  std::vector<Day> m_days;
  YearsEnd m_end;
};

/// The fewest visits that meet everything, or nothing: all combinations, household by household,
/// by what they leave of the days.
std::optional<std::int64_t> fewest(const Town& town, const std::vector<Day>& open,
                                   const std::vector<std::vector<unsigned>>& choices,
                                   std::int64_t per_day) {
  std::map<std::vector<std::int64_t>, std::int64_t> states;
  std::vector<std::int64_t> room;
  for (const auto day : open) room.push_back(room_on(town, day, per_day));
  states[room] = 0;
  for (const auto& sets : choices) {
    decltype(states) next;
    for (const auto& [left, made] : states)
      for (const auto set : sets) {
        auto after = left;
        std::int64_t more = 0;
        for (std::size_t at = 0; at < open.size(); ++at)
          if ((set >> at & 1U) != 0) --after[at], ++more;
        if (std::ranges::any_of(after, [](auto number) { return number < 0; })) continue;
        const auto [state, is_new] = next.try_emplace(after, made + more);
        if (!is_new) state->second = std::min(state->second, made + more);
      }
    states = std::move(next);
  }
  std::optional<std::int64_t> result;
  for (const auto& [left, made] : states) result = std::min(result.value_or(made), made);
  return result;
}

std::string text(const std::optional<std::int64_t>& number) {
  return number ? fmt::format("{}", *number) : "none";
}

std::string shortfall(const Town& town) {
  const auto request = request_of(town);
  const auto plan = plan_of(town, request);
  std::vector<Day> open;
  for (Day day = town.today; day <= plan.until; day += days{1})
    if (is_worked(town, day)) open.push_back(day);
  std::vector<std::vector<unsigned>> choices;
  Choices all{town, open};
  for (const auto& home : town.homes) choices.push_back(all.of(home.id));
  const auto best = fewest(town, open, choices, request.per_day);
  std::optional<std::int64_t> found;
  if (plan.is_feasible())
    found = std::ranges::count_if(plan.visits,
                                  [](const auto& visit) { return !visit.settles.empty(); });
  if (best != found) return fmt::format("visits: planned {}, fewest {}\n", text(found), text(best));
  const bool only_room_is_missing = std::ranges::all_of(plan.unmet, [](const auto& unmet) {
    return unmet.obstacle == compliance::Obstacle::no_room;
  });
  if (!plan.per_day_needed || !only_room_is_missing) return {};
  const bool enough = fewest(town, open, choices, *plan.per_day_needed).has_value();
  const bool less = fewest(town, open, choices, *plan.per_day_needed - 1).has_value();
  return enough && !less ? "" : fmt::format("a day: {} is wrong\n", *plan.per_day_needed);
}

}  // namespace

TEST_CASE(
    "A plan is never over capacity, late, on a free day or broken by the visits it asks for") {
  town::check_towns([](const Town& town) {
    const PlanRequest request{town.today, town.today, 10, 2};
    const auto plan = plan_of(town, request);
    return breaches(town, request, plan);
  });
}

TEST_CASE("A plan that promises to meet everything does, whatever the rules") {
  std::int64_t promised = 0;
  town::check_towns([&](const Town& any) {
    const auto town = at_years_end(any);
    const auto request = request_of(town);
    const auto plan = plan_of(town, request);
    promised += plan.is_feasible() && plan.obligations > 0 ? 1 : 0;
    return breaches(town, request, plan) + broken_promises(town, plan);
  });
  CHECK(promised > 20);
}

TEST_CASE("Where any plan meets everything the planner finds one, and none has fewer visits") {
  town::check_towns(
      [](const Town& town) { return shortfall(with_nested_rules(at_years_end(town))); });
}
