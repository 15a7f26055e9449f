#include "pdf/band.hpp"

#include <numeric>

namespace gridvisit::pdf {

double height_of(const std::vector<Band>& bands) {
  return std::accumulate(bands.begin(), bands.end(), 0.0, [](double sum, const Band& band) {
    return sum + band.space_above + band.height;
  });
}

}  // namespace gridvisit::pdf
