#pragma once

#include "gridvisit/report/holiday_list.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

report::HolidayYear holidays_of(const store::Session& session, const Period& year);

}  // namespace gridvisit::usecase
