#pragma once

#include <span>
#include <vector>

namespace gridvisit::pdf {

/// How wide a column would be, and how narrow it may get, its texts broken into more lines.
struct Wish {
  double width = 0;
  double least = 0;  ///< at most `width`
};

/// Together at most `room`: the widest columns give way first. Where not even the least has room,
/// every column gives up the same share of it.
std::vector<double> fitted(std::span<const Wish> wishes, double room);

/// What the columns take together where none is wider than `limit` unless it has to be.
double width_within(std::span<const Wish> wishes, double limit);

}  // namespace gridvisit::pdf
