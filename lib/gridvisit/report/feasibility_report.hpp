#pragma once

#include <string>
#include <vector>

#include "gridvisit/compliance/feasibility.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// A grid with what its rules still ask for this year.
struct GridOutlook {
  std::string code;
  std::string name;
  std::string responsible;  ///< code; empty: nobody
  compliance::GridFeasibility feasibility;
};

/// Whether the rules can be met together by the year's end, in numbers and in sentences.
Document feasibility_report(const std::vector<GridOutlook>& grids, Day today,
                            const std::string& data_version);

}  // namespace gridvisit::report
