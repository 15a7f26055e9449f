#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/feasibility_explanation.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

struct FeasibilityRequest {
  std::string area;  ///< code; empty: all
  Day today;
  std::int64_t per_day = 8;  ///< visits that a working day holds
};

/// The outlook of the grids of the area, in natural order of their codes.
std::vector<report::GridOutlook> assess_feasibility(const store::Session& session,
                                                    const FeasibilityRequest& request);

/// The households behind the numbers of one grid, which `request.area` names.
report::FeasibilityExplanation explain_feasibility(const store::Session& session,
                                                   const FeasibilityRequest& request);

}  // namespace gridvisit::usecase
