#pragma once

#include <vector>

#include "gridvisit/policy/rule.hpp"
#include "gridvisit/policy/toml_tables.hpp"

namespace gridvisit::policy_file {

/// The rule of one [[rules]] table: whole only if no problem was added.
Rule read_rule(const Table& table, std::vector<Problem>& problems);

}  // namespace gridvisit::policy_file
