#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/render/render.hpp"

namespace gridvisit::report {

/// A table that is too wide for the terminal, as lines of text: each row a block of `label  value`
/// lines, the columns of a group indented under its head, a blank line between two blocks. An
/// empty cell is left out; a value without a label follows that of the column before.
std::vector<std::string> text_blocks(const Table& table, const Style& style);

}  // namespace gridvisit::report
