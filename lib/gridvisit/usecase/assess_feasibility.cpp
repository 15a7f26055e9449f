#include "gridvisit/usecase/assess_feasibility.hpp"

#include <algorithm>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/standing.hpp"
#include "gridvisit/usecase/surroundings.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::FeasibilityGround;

store::FactsRequest facts_needed(const FeasibilityGround& ground) {
  return {compliance::feasibility_days(ground.today), {}};
}

report::GridOutlook outlook_of(const store::Session& session, const Area& grid,
                               const compliance::GridFacts& facts,
                               const FeasibilityGround& ground) {
  std::optional<compliance::WorkerFacts> worker;
  std::string code;
  if (const auto responsible = facts.roster.responsible(grid.id, ground.today)) {
    worker = session.facts().of_worker(*responsible, facts_needed(ground));
    code = session.workers().get(*responsible).code;
  }
  return {grid.code, grid.name, code, compliance::feasibility_of(facts, worker, ground)};
}

report::NeedyRow row_of(const store::Session& session, const compliance::NeedyHousehold& needy) {
  report::NeedyRow row{session.households().code_of(needy.household), needy.months, {}};
  for (const auto& owed : needy.owed) row.owed.push_back(owed_rule(owed));
  return row;
}

}  // namespace

std::vector<report::GridOutlook> assess_feasibility(const store::Session& session,
                                                    const FeasibilityRequest& request) {
  std::optional<AreaId> root;
  if (!request.area.empty()) root = area_coded(session, request.area).id;
  const auto book = policy_book(session);
  const auto surroundings = surroundings_with(session, session.areas().tree());
  const FeasibilityGround ground{book, surroundings, request.today, request.per_day};
  std::vector<report::GridOutlook> outlooks;
  for (const auto* grid : surroundings.areas.grids(root)) {
    const auto facts = session.facts().of_grid(grid->id, facts_needed(ground));
    outlooks.push_back(outlook_of(session, *grid, facts, ground));
  }
  return outlooks;
}

report::FeasibilityExplanation explain_feasibility(const store::Session& session,
                                                   const FeasibilityRequest& request) {
  const auto grid = grid_coded(session, request.area);
  const auto [book, surroundings] = norms_of(session);
  const FeasibilityGround ground{book, surroundings, request.today, request.per_day};
  const auto facts = session.facts().of_grid(grid.id, facts_needed(ground));
  report::FeasibilityExplanation result{outlook_of(session, grid, facts, ground),
                                        {},
                                        request.today,
                                        short_head(session.audit().head())};
  for (const auto& needy : compliance::needy_households(facts, ground))
    result.households.push_back(row_of(session, needy));
  std::ranges::sort(result.households, NaturalLess{}, &report::NeedyRow::household);
  return result;
}

}  // namespace gridvisit::usecase
