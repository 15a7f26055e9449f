#include "gridvisit/store/refusals.hpp"

namespace gridvisit::store {

Error area_code_taken(std::string_view code) {
  return {ErrorKind::refused, message("An area with the code {0} exists already.", code)};
}

Error worker_code_taken(std::string_view code) {
  return {ErrorKind::refused, message("A worker with the code {0} exists already.", code)};
}

Error household_code_taken(std::string_view code) {
  return {ErrorKind::refused, message("A household with the code {0} exists already.", code)};
}

Error category_code_taken(std::string_view code) {
  return {ErrorKind::refused, message("A category with the code {0} exists already.", code)};
}

Error day_taken(Day day) {
  return {ErrorKind::refused,
          message("{0} is in the holiday table already.", gridvisit::to_string(day))};
}

Error visit_number_taken(VisitId visit) {
  return {ErrorKind::refused,
          message("The visit number {0} belongs to another visit.", visit.value)};
}

Error visit_unknown(VisitId visit) {
  return {ErrorKind::refused, message("There is no visit {0}.", visit.value)};
}

Error visit_voided_already(VisitId visit) {
  return {ErrorKind::refused, message("Visit {0} is void already.", visit.value)};
}

Error record_refused() {
  return {ErrorKind::refused,
          message("The record names another record that does not exist, or holds a value that "
                  "cannot be kept.")};
}

}  // namespace gridvisit::store
