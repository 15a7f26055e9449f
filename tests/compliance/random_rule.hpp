#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/domain/area.hpp"
#include "gridvisit/policy/rule.hpp"

#include "compliance/dice.hpp"

namespace gridvisit::town {

/// The id of the worker rule that is averaged over the year, here as in the built-in policy.
inline constexpr std::string_view k_averaged_rule = "monthly-households";

/// A rule of any kind that a policy file may hold. Ids that begin with h are household rules, with
/// g grid rules, the others worker rules.
Rule random_rule(Dice& dice, const std::string& id, const std::vector<Area>& areas);

}  // namespace gridvisit::town
