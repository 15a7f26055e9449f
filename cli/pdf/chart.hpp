#pragma once

#include "gridvisit/format/printout.hpp"

#include "pdf/band.hpp"
#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// The bars below each other, each between its name and what is said of it. The head is the title
/// and the legend.
Section chart_section(const format::PrintedChart& chart, double width, Typesetter& typesetter);

}  // namespace gridvisit::pdf
