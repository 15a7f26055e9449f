#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "compliance/random_rule.hpp"
#include "compliance/town.hpp"

namespace gridvisit::town {
namespace {

using std::chrono::days;
using std::chrono::year;

/// Everything happens in three years around `middle`, with today in the second or just after it.
struct Draw {
  Dice dice;
  int middle = 2025;
  Town town;

  Day first_day() const { return Day{year{middle - 1} / 1 / 1}; }
  Day any_day() { return first_day() + days{dice.below(3 * 365)}; }
  Day past_day() {
    const auto span = static_cast<int>((town.today - first_day()).count()) + 1;
    const int recent = std::min(span, 120);
    return town.today - days{dice.below(dice.chance(60) ? recent : span)};
  }
};

/// Runs of days one after the other, from the beginning or later, to the end or earlier.
std::vector<DayRange> stretches(Draw& draw, int longest, int widest_gap) {
  auto& dice = draw.dice;
  std::vector<DayRange> result;
  Day from = draw.first_day() + days{dice.below(400)};
  while (from < draw.first_day() + days{3 * 365} && !(result.size() > 1 && dice.chance(20))) {
    const Day until = from + days{dice.between(1, longest)};
    result.push_back({from, until});
    from = until + days{1 + (dice.chance(50) ? 0 : dice.below(widest_gap))};
  }
  if (!result.empty() && dice.chance(30)) result.front().first = k_beginning;
  if (!result.empty() && dice.chance(60)) result.back().last = k_forever;
  return result;
}

DayRange any_range(Draw& draw) {
  const Day from = draw.any_day();
  DayRange range{from, from + days{draw.dice.below(90)}};
  if (draw.dice.chance(20)) range.first = k_beginning;
  if (draw.dice.chance(40)) range.last = k_forever;
  return range;
}

AreaId add_area(Town& town, const std::string& code, const std::string& kind,
                std::optional<AreaId> parent) {
  const AreaId id{static_cast<std::int64_t>(town.areas.size()) + 1};
  town.areas.push_back({id, code, code, kind, parent});
  return id;
}

std::vector<AreaId> draw_areas(Draw& draw) {
  auto& [dice, middle, town] = draw;
  const auto street = add_area(town, "S", "street", {});
  std::vector<AreaId> parents;
  for (int at = dice.between(1, 2); at > 0; --at)
    parents.push_back(add_area(town, fmt::format("C{}", at), "community", street));
  if (dice.chance(20)) parents.push_back(street);
  std::vector<AreaId> grids;
  for (int at = dice.between(1, 4); at > 0; --at)
    grids.push_back(add_area(town, fmt::format("G{}", at * 5), "grid", dice.one_of(parents)));
  return grids;
}

void draw_workers(Draw& draw, const std::vector<AreaId>& grids) {
  auto& [dice, middle, town] = draw;
  for (std::int64_t id = dice.between(1, 4); id > 0; --id)
    town.workers.push_back({WorkerId{id}, fmt::format("W{}", id * 4), "", ""});
  const auto assign = [&](AreaId grid, Role role, const DayRange& range) {
    const AssignmentId id{static_cast<std::int64_t>(town.assignments.size()) + 1};
    town.assignments.push_back({id, dice.one_of(town.workers).id, grid, role, range});
  };
  for (const auto grid : grids) {
    if (dice.chance(90))
      for (const auto& range : stretches(draw, 300, 40)) assign(grid, Role::responsible, range);
    if (dice.chance(40)) assign(grid, Role::assistant, any_range(draw));
  }
  for (int left = dice.below(4); left > 0; --left) {
    const Day from = draw.any_day();
    town.leaves.push_back(
        {{}, dice.one_of(town.workers).id, {from, from + days{dice.below(50)}}, ""});
  }
}

void draw_tags(Draw& draw, HouseholdId household) {
  auto& [dice, middle, town] = draw;
  for (int left = dice.below(3); left > 0; --left) {
    const TagId id{static_cast<std::int64_t>(town.tags.size()) + 1};
    const auto category = dice.one_of(town.categories).id;
    town.tags.push_back({id, household, category, any_range(draw), ""});
  }
}

void draw_homes(Draw& draw, const std::vector<AreaId>& grids) {
  auto& [dice, middle, town] = draw;
  for (std::int64_t id = dice.below(8); id > 0; --id) {
    const HouseholdId household{id};
    town.homes.push_back({household,
                          {fmt::format("{}", dice.between(8, 11)), fmt::format("{}", dice.below(2)),
                           fmt::format("{}", dice.between(98, 101)), fmt::format("H{}", id)}});
    const int longest = dice.chance(50) ? 1500 : 150;
    for (const auto& range : stretches(draw, longest, 60))
      town.residences.push_back({ResidenceId{static_cast<std::int64_t>(town.residences.size()) + 1},
                                 household, dice.one_of(grids), range});
    draw_tags(draw, household);
  }
}

bool is_refused(const Town& town, const compliance::VisitFact& visit) {
  const auto lives = [&](const Residence& home) { return home.household == visit.household; };
  const bool began = std::ranges::any_of(town.residences, [&](const Residence& home) {
    return lives(home) && home.days.first <= visit.day;
  });
  const bool ended = std::ranges::none_of(town.residences, [&](const Residence& home) {
    return lives(home) && home.days.last >= visit.day;
  });
  return !began || ended;
}

void draw_visits(Draw& draw) {
  auto& [dice, middle, town] = draw;
  if (town.homes.empty()) return;
  for (std::int64_t id = dice.below(50); id > 0; --id) {
    compliance::VisitFact visit;
    if (!town.visits.empty() && dice.chance(25))
      visit = town.visits.back();
    else
      visit.household = dice.one_of(town.homes).id, visit.day = draw.past_day();
    visit.visit = VisitId{id};
    visit.worker = dice.one_of(town.workers).id;
    visit.mode = dice.chance(50) ? Mode::door : dice.one_of(k_modes);
    visit.outcome = dice.chance(70) ? Outcome::met : dice.one_of(k_outcomes);
    if (!is_refused(town, visit)) town.visits.push_back(visit);
  }
}

void draw_patrols(Draw& draw, const std::vector<AreaId>& grids) {
  auto& [dice, middle, town] = draw;
  for (std::int64_t id = dice.below(15); id > 0; --id) {
    const bool is_again = !town.patrols.empty() && dice.chance(30);
    const Day day = is_again ? town.patrols.back().day : draw.past_day();
    const AreaId grid = is_again ? town.patrols.back().grid : dice.one_of(grids);
    town.patrols.push_back({PatrolId{id}, grid, dice.one_of(town.workers).id, day,
                            dice.chance(50) ? HalfDay::am : HalfDay::pm, ""});
  }
  std::set<Day> holidays, make_up_days;
  for (int left = dice.below(20); left > 0; --left) holidays.insert(draw.any_day());
  for (int left = dice.below(8); left > 0; --left) make_up_days.insert(draw.any_day());
  town.workdays = Workdays{holidays, make_up_days};
}

void draw_policies(Draw& draw) {
  auto& [dice, middle, town] = draw;
  town.policies.push_back(default_policy());
  const std::vector<std::string> ids{
      std::string{k_averaged_rule}, "w1", "w2", "h1", "h2", "h3", "g1"};
  std::vector<PeriodKind> every;
  for (const auto& id : ids) every.push_back(random_rule(dice, id, town.areas).every);
  for (int number = dice.below(4); number > 0; --number) {
    Policy policy{fmt::format("policy {}", number), draw.any_day(), {}};
    if (dice.chance(50)) policy.from = k_beginning;
    for (std::size_t at = 0; at < ids.size(); ++at) {
      if (!dice.chance(50)) continue;
      policy.rules.push_back(random_rule(dice, ids[at], town.areas));
      policy.rules.back().every = every[at];
    }
    town.policies.push_back(policy);
  }
}

Period draw_period(Draw& draw) {
  const auto kind = draw.dice.chance(60) ? PeriodKind::month : PeriodKind::year;
  auto period = period_containing(kind, draw.town.today);
  for (int back = draw.dice.below(kind == PeriodKind::month ? 4 : 2); back > 0; --back)
    period = previous(period);
  return period;
}

}  // namespace

Town random_town(std::uint64_t seed) {
  Draw draw{Dice{seed}, 2025, {}};
  draw.middle = draw.dice.between(2023, 2027);
  draw.town.today = Day{year{draw.middle} / 1 / 1} + days{draw.dice.below(380)};
  draw.town.reported = draw_period(draw);
  std::int64_t category = 0;
  for (auto built_in : built_in_categories()) {
    built_in.id = CategoryId{++category};
    draw.town.categories.push_back(built_in);
  }
  const auto grids = draw_areas(draw);
  draw_workers(draw, grids);
  draw_homes(draw, grids);
  draw_visits(draw);
  draw_patrols(draw, grids);
  draw_policies(draw);
  return draw.town;
}

}  // namespace gridvisit::town
