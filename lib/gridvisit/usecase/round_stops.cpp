#include "gridvisit/usecase/round_stops.hpp"

#include <algorithm>
#include <span>

#include "gridvisit/usecase/daily_views.hpp"
#include "gridvisit/usecase/lookup.hpp"

namespace gridvisit::usecase {
namespace {

bool comes_to(std::span<const RoundStop> stops, HouseholdId household) {
  return std::ranges::any_of(stops,
                             [&](const RoundStop& stop) { return stop.household.id == household; });
}

/// The households that the worker visited that day, each with the last visit on record.
std::vector<RoundStop> visited_stops(const store::Session& session, WorkerId worker, Day day) {
  std::vector<RoundStop> stops;
  store::VisitFilter filter;
  filter.worker = worker;
  filter.days = {day, day};
  filter.order = store::VisitOrder::last_recorded;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    if (const auto household = record.visit.said.household; !comes_to(stops, household))
      stops.push_back({session.households().get(household), record.visit});
    return true;
  });
  std::ranges::reverse(stops);
  return stops;
}

}  // namespace

RoundStops round_stops(const store::Session& session, const RoundRequest& request) {
  const auto worker = worker_coded(session, request.worker);
  RoundStops found{visited_stops(session, worker.id, request.day)};
  const auto visited = found.stops.size();
  for (const auto& entry : due_list(session, worker.code, request.today, 0).entries) {
    if (comes_to(std::span{found.stops}.first(visited), entry.household.id)) continue;
    if (request.limit != 0 && found.stops.size() - visited == request.limit)
      ++found.more;
    else
      found.stops.push_back({entry.household, {}});
  }
  return found;
}

}  // namespace gridvisit::usecase
