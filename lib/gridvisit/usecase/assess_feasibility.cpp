#include "gridvisit/usecase/assess_feasibility.hpp"

#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"

namespace gridvisit::usecase {
namespace {

report::GridOutlook outlook_of(const store::Session& session, const Area& grid,
                               const PolicyBook& book, const compliance::Surroundings& surroundings,
                               Day today) {
  const store::FactsRequest days{compliance::feasibility_days(today), {}};
  const auto facts = session.facts().of_grid(grid.id, days);
  std::optional<compliance::WorkerFacts> worker;
  std::string code;
  if (const auto responsible = facts.roster.responsible(grid.id, today)) {
    worker = session.facts().of_worker(*responsible, days);
    code = session.workers().get(*responsible).code;
  }
  return {grid.code, grid.name, code,
          compliance::feasibility_of(facts, worker, book, surroundings, today)};
}

}  // namespace

std::vector<report::GridOutlook> assess_feasibility(const store::Session& session,
                                                    const std::string& area, Day today) {
  std::optional<AreaId> root;
  if (!area.empty()) root = area_coded(session, area).id;
  const auto book = policy_book(session);
  const compliance::Surroundings surroundings{
      session.areas().tree(), session.categories().all(), {}};
  std::vector<report::GridOutlook> outlooks;
  for (const auto* grid : surroundings.areas.grids(root))
    outlooks.push_back(outlook_of(session, *grid, book, surroundings, today));
  return outlooks;
}

}  // namespace gridvisit::usecase
