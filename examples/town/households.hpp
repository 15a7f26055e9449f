#pragma once

#include "town.hpp"

namespace town {

/// Fills the grids with households: their homes, their people, their tags, their moves.
void add_households(Town& town, const Request& request);

}  // namespace town
