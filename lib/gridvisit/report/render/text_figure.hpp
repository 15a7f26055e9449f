#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/render/render.hpp"

namespace gridvisit::report {

/// Whether the terminal can show the figure: bars in percent. Other figures are for pages.
bool is_drawn_as_text(const Figure& figure);

/// Bars from 0 to 100 %, in ASCII: `[#####---|----]  13/30  due`, where `|` is how far it had to
/// get by now and `>` stands for more than all. Names stand before the bars, or on lines of their
/// own where the terminal is narrow; everything that a bar shows is also said beside it.
std::vector<std::string> text_figure(const Figure& figure, const Style& style);

}  // namespace gridvisit::report
