#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/render/render.hpp"

namespace gridvisit::report {

/// The table as lines of text, without its title. At most style.width columns wide where that can
/// be had without cutting a number: heads are wrapped first, then `shrinks` columns cut, then the
/// other texts wrapped.
std::vector<std::string> text_table(const Table& table, const Style& style);

/// `text` in bold where the style has colour.
std::string in_bold(const std::string& text, const Style& style);

}  // namespace gridvisit::report
