#pragma once

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Puts a small invented register on record, to try the program on: one community, two grids, two
/// workers, their households with tags, and the visits of this year up to the day before `today`.
/// Everything in it is fictitious, and the same day gives the same register.
void add_demo_register(const Desk& desk, Day today);

}  // namespace gridvisit::usecase
