#pragma once

#include <map>

#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/worker.hpp"

namespace gridvisit::report {

/// Who stands behind the ids of a report: everyone and everything that it names.
struct Names {
  AreaTree areas;
  std::map<WorkerId, Worker> workers;
  std::map<HouseholdId, Household> households;  ///< of those listed one by one
};

}  // namespace gridvisit::report
