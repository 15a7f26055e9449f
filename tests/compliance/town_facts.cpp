#include <algorithm>

#include "compliance/town.hpp"

namespace gridvisit::town {
namespace {

using compliance::VisitFact;

bool lived_in(const Town& town, HouseholdId household, AreaId grid) {
  return std::ranges::any_of(town.residences, [&](const Residence& residence) {
    return residence.household == household && residence.grid == grid;
  });
}

/// The visits of `days` for which `wanted` holds, each with its grid of that day, by day.
template <class Wanted>
std::vector<VisitFact> visits_of(const Town& town, const std::optional<DayRange>& days,
                                 const Wanted& wanted) {
  std::vector<VisitFact> result;
  for (auto visit : town.visits) {
    if (!days || !days->contains(visit.day) || !wanted(visit)) continue;
    for (const auto& residence : town.residences)
      if (residence.household == visit.household && residence.days.contains(visit.day))
        visit.grid = residence.grid;
    result.push_back(visit);
  }
  std::ranges::stable_sort(result, {}, &VisitFact::day);
  return result;
}

}  // namespace

compliance::Surroundings surroundings_of(const Town& town) {
  return {AreaTree{town.areas}, town.categories, town.workdays};
}

compliance::HouseholdFacts facts_of_household(const Town& town, HouseholdId household,
                                              const std::optional<DayRange>& days) {
  compliance::HouseholdFacts facts;
  facts.household = household;
  for (const auto& residence : town.residences)
    if (residence.household == household) facts.residences.push_back(residence);
  std::ranges::sort(facts.residences, {}, [](const Residence& home) { return home.days.first; });
  for (const auto& tag : town.tags)
    if (tag.household == household) facts.tags.push_back(tag);
  facts.visits =
      visits_of(town, days, [&](const VisitFact& visit) { return visit.household == household; });
  return facts;
}

compliance::GridFacts facts_of_grid(const Town& town, AreaId grid,
                                    const std::optional<DayRange>& days) {
  compliance::GridFacts facts;
  facts.grid = grid;
  for (const auto& home : town.homes)
    if (lived_in(town, home.id, grid))
      facts.households.push_back(facts_of_household(town, home.id, days));
  for (const auto& patrol : town.patrols)
    if (patrol.grid == grid && days && days->contains(patrol.day)) facts.patrols.push_back(patrol);
  std::vector<Assignment> roster;
  for (const auto& held : town.assignments) {
    const bool is_needed = std::ranges::any_of(facts.households, [&](const auto& household) {
      return lived_in(town, household.household, held.grid);
    });
    if (is_needed || held.grid == grid) roster.push_back(held);
  }
  facts.roster = Roster{std::move(roster)};
  return facts;
}

compliance::WorkerFacts facts_of_worker(const Town& town, WorkerId worker,
                                        const std::optional<DayRange>& days) {
  compliance::WorkerFacts facts;
  facts.worker = worker;
  for (const auto& held : town.assignments)
    if (held.worker == worker) facts.assignments.push_back(held);
  for (const auto& leave : town.leaves)
    if (leave.worker == worker) facts.leaves.push_back(leave);
  facts.visits =
      visits_of(town, days, [&](const VisitFact& visit) { return visit.worker == worker; });
  return facts;
}

}  // namespace gridvisit::town
