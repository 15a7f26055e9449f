#pragma once

#include <optional>

#include "gridvisit/compliance/facts.hpp"

namespace gridvisit::store {

/// Which visits are loaded as facts.
struct FactsRequest {
  DayRange days;
  /// Only visits and voids recorded before this instant; nothing: all.
  std::optional<std::chrono::sys_seconds> recorded_before;
};

/// Facts for the compliance engine; voided visits are left out. The cost of a grid (a worker)
/// depends on its own visits in the days asked for, not on history or on other grids.
class Facts {
 public:
  virtual ~Facts() = default;

  virtual compliance::GridFacts of_grid(AreaId grid, const FactsRequest& request) const = 0;
  virtual compliance::WorkerFacts of_worker(WorkerId worker, const FactsRequest& request) const = 0;
  virtual compliance::HouseholdFacts of_household(HouseholdId household,
                                                  const FactsRequest& request) const = 0;
};

}  // namespace gridvisit::store
