#pragma once

#include <string>

#include "cli/program.hpp"

/// A small town whose reports are counted by hand.
namespace gridvisit::tests {

/// Two communities: C1 with the grids G01 (W01, all year) and G02 (W02, from 16 October), C2 with
/// G03, for which nobody answers. Today is 2 November 2026.
void add_town(Sandbox& sandbox);

/// The data version holds the machine's time; all else must be the same on every run.
std::string without_version(const std::string& text);

/// A file of the folder `golden`.
std::string golden(const std::string& name);

}  // namespace gridvisit::tests
