#pragma once

#include <string>

#include "gridvisit/compliance/plan.hpp"
#include "gridvisit/report/visit_plan.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The plan of one worker's grids.
report::VisitPlans plan_of_worker(const store::Session& session, const std::string& worker,
                                  const compliance::PlanRequest& request);

/// The plans of all who answer for a grid of the area, in natural order of their codes. Each is
/// made for all grids of the worker, whose days hold no more; the area's part of it is shown.
report::VisitPlans plan_of_area(const store::Session& session, const std::string& area,
                                const compliance::PlanRequest& request);

}  // namespace gridvisit::usecase
