#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/due_list.hpp"
#include "gridvisit/report/feasibility_report.hpp"

namespace gridvisit::report {

/// A household that still needs visits this year.
struct NeedyRow {
  std::string household;  ///< code
  std::int64_t months = 0;
  std::vector<OwedRule> owed;
};

/// Which households the visits needed are, and the formulas of a grid's feasibility.
struct FeasibilityExplanation {
  GridOutlook outlook;
  std::vector<NeedyRow> households;  ///< natural order of codes
  Day today;
  std::string data_version;
};

Document feasibility_explanation_document(const FeasibilityExplanation& explanation);

}  // namespace gridvisit::report
