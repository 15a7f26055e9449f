#pragma once

#include "gridvisit/compliance/facts.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// What every judgement shares, as the register has it: the only place where it is put together.
/// `areas`: as much of the tree as the rules and rows at hand need.
compliance::Surroundings surroundings_with(const store::Session& session, AreaTree areas);

}  // namespace gridvisit::usecase
