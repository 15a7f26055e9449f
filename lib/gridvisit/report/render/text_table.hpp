#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/report/render/render.hpp"

namespace gridvisit::report {

/// The table as lines of text, without its title. At most style.width columns wide where that can
/// be had without cutting a number: heads are wrapped first, then `shrinks` columns cut, then the
/// other texts wrapped; and where all that is not enough, or would leave texts of many short lines,
/// it is written in blocks (text_blocks.hpp).
std::vector<std::string> text_table(const Table& table, const Style& style);

/// The colour that says again what the word of a cell says; empty: none.
std::string_view color_of(const Cell& cell);

/// `text` in a colour where the style has colour.
std::string in_color(const std::string& text, std::string_view color, const Style& style);

/// `text` in bold where the style has colour.
std::string in_bold(const std::string& text, const Style& style);

}  // namespace gridvisit::report
