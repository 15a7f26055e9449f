#include "gridvisit/usecase/standing.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/surroundings.hpp"

namespace gridvisit::usecase {
namespace {

/// The household alone, as facts of the grid it lives in today.
std::optional<compliance::GridFacts> grid_of_one(const store::Session& session,
                                                 HouseholdId household, Day today,
                                                 const DayRange& days) {
  auto facts = session.facts().of_household(household, {days, {}});
  const auto home = std::ranges::find_if(
      facts.residences, [&](const Residence& residence) { return residence.days.contains(today); });
  if (home == facts.residences.end()) return std::nullopt;
  std::vector<AreaId> grids;
  for (const auto& residence : facts.residences) grids.push_back(residence.grid);
  compliance::GridFacts grid;
  grid.grid = home->grid;
  grid.roster = Roster{session.workers().assignments_on(grids)};
  grid.households.push_back(std::move(facts));
  return grid;
}

}  // namespace

compliance::Surroundings surroundings_of(const store::Session& session, const PolicyBook& book) {
  return surroundings_with(session, book.names_areas() ? session.areas().tree() : AreaTree{});
}

Norms norms_of(const store::Session& session) {
  auto book = policy_book(session);
  auto surroundings = surroundings_of(session, book);
  return {std::move(book), std::move(surroundings)};
}

std::vector<WorkerStanding> worker_standings(const store::Session& session, const Norms& norms,
                                             WorkerId worker, Day today) {
  const auto& [book, surroundings] = norms;
  const auto month = period_containing(PeriodKind::month, today);
  const auto rules = compliance::rules_of(book, month, today, surroundings);
  const auto days = compliance::days_needed(rules, Subject::worker);
  if (!days) return {};
  const auto facts = session.facts().of_worker(worker, {*days, {}});
  std::vector<WorkerStanding> standings;
  for (const auto& [rule, windows] : rules) {
    if (rule.rule().subject != Subject::worker || windows.empty()) continue;
    const auto judgement = compliance::judge_worker(rule, windows.back(), facts);
    if (!judgement) continue;
    WorkerStanding standing{rule.rule(), windows.back().period, *judgement, {}};
    if (rule.rule().average_over_year)
      standing.year =
          compliance::judge_year(rule, windows.back(), facts, book, surroundings, today);
    standings.push_back(std::move(standing));
  }
  return standings;
}

std::vector<report::OwedRule> owed_by(const store::Session& session, const Norms& norms,
                                      HouseholdId household, Day today) {
  const auto& [book, surroundings] = norms;
  const auto grid = grid_of_one(session, household, today, obligation_days(book, today));
  if (!grid) return {};
  std::vector<report::OwedRule> owed;
  for (const auto& due : compliance::due_households(*grid, book, surroundings, today))
    for (const auto& obligation : due.obligations) owed.push_back(owed_rule(obligation));
  return owed;
}

report::OwedRule owed_rule(const compliance::Obligation& obligation) {
  return {*obligation.rule, obligation.period, obligation.done, obligation.required};
}

DayRange obligation_days(const PolicyBook& book, Day today) {
  DayRange days{today, today};
  for (const auto& policy : book.policies())
    for (const auto& rule : policy.rules)
      if (rule.subject == Subject::household)
        days.first = std::min(days.first, period_containing(rule.every, today).first);
  return days;
}

}  // namespace gridvisit::usecase
