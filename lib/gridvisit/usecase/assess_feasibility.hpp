#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/feasibility_report.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The outlook of the grids of an area (a code; empty: all), in natural order of their codes.
std::vector<report::GridOutlook> assess_feasibility(const store::Session& session,
                                                    const std::string& area, Day today);

}  // namespace gridvisit::usecase
