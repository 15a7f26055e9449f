#pragma once

#include "cli/program.hpp"

/// The town of the golden files. Today is Thursday, 12 November 2026.
namespace gridvisit::tests {

/// W01 types, and answers for G01 all year; W02 for G02 from 16 October, on leave from 26 to 30
/// October; W03 assists in G01 in September and October; nobody answers for G03. Until October the
/// built-in policy holds, then the norms V1 to V7 of examples/policies/all-norms.toml. September
/// was closed on 9 October, and two visits of that month came later.
void add_golden_town(Sandbox& sandbox);

}  // namespace gridvisit::tests
