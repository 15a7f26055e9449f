#pragma once

#include <span>
#include <vector>

#include "pdf/band.hpp"

namespace gridvisit::pdf {

struct Placed {
  const Band* band;
  double top;  ///< below the upper margin
};

using Page = std::vector<Placed>;

/// The bands on pages with that much room. A head never stands alone at the end of a page. A band
/// higher than a page, beside its head, goes beyond it. At least one page.
std::vector<Page> paginated(std::span<const Section> sections, double room);

}  // namespace gridvisit::pdf
