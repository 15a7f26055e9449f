#pragma once

#include "pdf/band.hpp"

namespace gridvisit::pdf {

/// Cuts bands that are higher than a page into several, between lines. A head that takes half a
/// page stands only once.
void cut_to(Section& section, double room, Typesetter& typesetter);

}  // namespace gridvisit::pdf
