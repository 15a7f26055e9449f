#pragma once

#include <cstdint>

#include "gridvisit/calendar/period.hpp"
#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Whether a month that is closed already may be closed anew.
enum class Again { no, yes };

struct MonthClosing {
  store::Closing closing;
  std::int64_t figures = 0;  ///< kept
};

/// Keeps every figure of the month's reports by worker and by grid, of all areas. Error(refused)
/// for a month that is not over; for one that is closed, unless its figures have changed since
/// and it is to be closed again.
MonthClosing close_month(const Desk& desk, const Period& month, Day today, Again again);

}  // namespace gridvisit::usecase
