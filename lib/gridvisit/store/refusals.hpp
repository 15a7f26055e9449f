#pragma once

#include <string_view>

#include "gridvisit/base/error.hpp"
#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

/// What every backend answers to data that contradicts what it holds.
namespace gridvisit::store {

Error area_code_taken(std::string_view code);
Error worker_code_taken(std::string_view code);
Error household_code_taken(std::string_view code);
Error category_code_taken(std::string_view code);
Error day_taken(Day day);
Error visit_number_taken(VisitId visit);
Error visit_unknown(VisitId visit);
Error visit_voided_already(VisitId visit);
/// The record to change, or one that a new record names, does not exist; or a value is out of its
/// range. The callers check, so people see this only when a caller forgot to.
Error record_refused();

}  // namespace gridvisit::store
