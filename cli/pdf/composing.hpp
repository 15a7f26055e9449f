#pragma once

#include <vector>

#include "gridvisit/format/printout.hpp"

#include "pdf/band.hpp"
#include "pdf/paper.hpp"
#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// A printout in its bands, on the paper that it is for.
struct Composition {
  Paper paper;
  std::vector<Section> sections;  ///< no band is higher than a page
  Box footer;
};

/// The texts of the result belong to the printout.
Composition composed(const format::Printout& printout, Typesetter& typesetter);

}  // namespace gridvisit::pdf
