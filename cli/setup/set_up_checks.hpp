#pragma once

#include <vector>

#include "gridvisit/usecase/examine.hpp"

#include "context.hpp"

namespace gridvisit::cli {

/// Which database it is, and who says so.
usecase::Check database_check(const Context& context);

/// What else a person's place at the machine must have: config file, worker, language, terminal,
/// completion. Nothing of it keeps the program from working.
std::vector<usecase::Check> set_up_checks(const Context& context);

}  // namespace gridvisit::cli
