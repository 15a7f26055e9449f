#pragma once

#include "cli/program.hpp"

/// A small town whose reports are counted by hand.
namespace gridvisit::tests {

/// Two communities: C1 with the grids G01 (W01, all year) and G02 (W02, from 16 October), C2 with
/// G03, for which nobody answers. Today is 2 November 2026.
void add_town(Sandbox& sandbox);

}  // namespace gridvisit::tests
