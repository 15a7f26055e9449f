#pragma once

#include <vector>

#include "gridvisit/report/explanation.hpp"

/// The parts of an explanation. Not for other rooms.
namespace gridvisit::report {

/// What was considered: visits or patrols first, then what the numbers beside them come from; of a
/// rule about grids its days, of one about workers the days in post and the months of the year.
std::vector<Table> explanation_tables(const Explanation& explanation);

/// The sums of the year and what follows from them.
std::vector<Message> year_formulas(const Explanation& explanation);

}  // namespace gridvisit::report
