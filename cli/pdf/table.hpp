#pragma once

#include "gridvisit/format/printout.hpp"

#include "pdf/band.hpp"
#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// The table in `width`, if need be in a smaller size. Its head is its title, the heads of groups
/// and of columns.
Section table_section(const format::PrintedTable& table, double width, Typesetter& typesetter);

}  // namespace gridvisit::pdf
