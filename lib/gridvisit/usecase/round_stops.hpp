#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// A household that a worker's round comes to.
struct RoundStop {
  Household household;
  std::optional<Visit> visit;  ///< the worker's last one of the round's day, whatever its outcome
};

struct RoundRequest {
  std::string worker;     ///< code
  Day day;                ///< of the visits
  Day today;              ///< whose due list it is
  std::size_t limit = 0;  ///< of the households still to visit; 0: all
};

struct RoundStops {
  std::vector<RoundStop> stops;  ///< those visited that day, as recorded; then the due list's order
  std::size_t more = 0;          ///< households that are due beyond the limit
};

/// Whom the worker's round comes to; a round that was left goes on where it was.
RoundStops round_stops(const store::Session& session, const RoundRequest& request);

}  // namespace gridvisit::usecase
