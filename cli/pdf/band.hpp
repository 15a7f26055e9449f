#pragma once

#include <vector>

#include "pdf/ink.hpp"
#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// A text at its place in a band.
struct Piece {
  Box box;
  double left = 0;
  double top = 0;
  Ink ink = Ink::black;
};

/// A line below a band, over a part of its width.
struct Stroke {
  double left = 0;
  double width = 0;
  double weight = 0;
  Ink ink = Ink::gray;
};

/// A filled part of a band, as high as its share of the band.
struct Block {
  double left = 0;
  double width = 0;
  double share = 1;
  Ink ink = Ink::black;
};

/// What stands side by side and is never cut by the end of a page: a row, a head, a paragraph.
/// The texts belong to the printout.
struct Band {
  std::vector<Piece> pieces;
  std::vector<Stroke> strokes;
  double height = 0;
  double space_above = 0;  ///< but not at the top of a page
  bool stays_with_next = false;
  std::vector<Block> blocks = {};
};

/// One below the other, with the spaces between them.
double height_of(const std::vector<Band>& bands);

/// Of a chart or a table, and the space above it.
inline constexpr Font k_part_title{11, true};
inline constexpr double k_part_space = 14;

/// Bands in their order; the head stands above the first of them on every page.
struct Section {
  std::vector<Band> head;
  std::vector<Band> bands;
};

}  // namespace gridvisit::pdf
