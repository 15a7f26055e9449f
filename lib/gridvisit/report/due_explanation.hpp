#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/report/due_list.hpp"

namespace gridvisit::report {

/// Why a household stands where it stands in the due list of its grid.
struct DueExplanation {
  Day today;
  std::string household;  ///< code
  std::string grid;       ///< code; empty: it lives nowhere today
  std::size_t place = 0;  ///< from 1; 0: it owes nothing
  std::size_t total = 0;  ///< households of the grid that owe something
  std::vector<OwedRule> owed;
  int priority = 0;  ///< 0 key, 1 special, 2 hardship, 3 the rest
  std::optional<Day> last_counted;
  std::string data_version;
};

Document due_explanation_document(const DueExplanation& explanation);

}  // namespace gridvisit::report
