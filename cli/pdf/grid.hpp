#pragma once

#include <vector>

#include "gridvisit/format/printout.hpp"

#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// Neighbouring columns under one head.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Group> groups_of(const format::PrintedTable& table);

/// A table whose columns have their places.
struct Grid {
  const format::PrintedTable& table;
  double size;  ///< of the letters
  std::vector<double> widths;
  std::vector<double> lefts;
  double width = 0;

  double width_of(const Group& group) const {
    return lefts[group.last] + widths[group.last] - lefts[group.first];
  }
};

/// The largest size in which the table has room; heads are broken before letters shrink.
Grid grid_of(const format::PrintedTable& table, double room, Typesetter& typesetter);

/// How wide the table is in its usual size, with texts in as many lines as they read well in.
double comfortable_width(const format::PrintedTable& table, Typesetter& typesetter);

/// Bold in a total, and for what is bad.
Font font_of(const format::PrintedTable& table, std::size_t row, std::size_t column, double size);

}  // namespace gridvisit::pdf
