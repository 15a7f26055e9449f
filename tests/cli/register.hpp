#pragma once

#include "cli/program.hpp"

namespace gridvisit::tests {

/// Today in the tests that have a register.
inline constexpr std::string_view k_today = "2026-10-15";

/// Makes the sandbox's database with a small register, and says that W01 types, on k_today.
/// Grid G01, responsible W01 since 2026-01-01, households lived in since 2020 with clearly
/// fictitious names: G01-1-1-101 甲一 (empty-nest), G01-1-1-102 甲二, G01-1-2-101 甲三 (moved in on
/// 2026-10-10), G01-2-1-101 乙一 (moved out on 2026-09-30). Grid G02, responsible W02: G02-1-1-101
/// 丙一, G02-9-9-909 丙二. W03 holds nothing.
void add_register(Sandbox& sandbox);

/// A sandbox with that register.
struct Town : Sandbox {
  Town() { add_register(*this); }
};

}  // namespace gridvisit::tests
