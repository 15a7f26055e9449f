#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// A month whose figures were kept: who did it, when, and from which records.
struct ClosedMonth {
  Period month;
  std::chrono::sys_seconds at;
  std::string by;
  Day today;                 ///< the day by which the month was judged
  std::string data_version;  ///< `seq:hash` of the last record that the figures know of
};

/// What a report on a closed month says of its closing.
struct ClosingStatement {
  ClosedMonth closing;
  bool differs = false;  ///< later records have changed one of the figures
};

/// In the order given.
Document closing_list(const std::vector<ClosedMonth>& closings);

}  // namespace gridvisit::report
