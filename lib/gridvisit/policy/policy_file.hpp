#pragma once

#include <string>
#include <string_view>

#include "gridvisit/base/problem.hpp"
#include "gridvisit/policy/policy.hpp"

namespace gridvisit {

/// What reading a policy file gave: the policy is whole only if there are no problems.
struct PolicyReading {
  Policy policy;
  std::vector<Problem> problems;  ///< with line, key and value of the file
};

/// Reads a policy from TOML text. Unknown keys, impossible combinations, repeated ids and values
/// out of range are problems; a file that is not TOML is one problem.
PolicyReading read_policy(std::string_view toml);

/// The policy as TOML that read_policy gives back the same, field by field.
std::string to_toml(const Policy& policy);

}  // namespace gridvisit
