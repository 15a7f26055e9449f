#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/policy/rule.hpp"

namespace gridvisit {

/// A list of rules and the day from which it holds.
struct Policy {
  std::string name;
  Day from = k_beginning;   ///< k_beginning: from the beginning
  std::vector<Rule> rules;  ///< ids are unique in it

  const Rule* find(std::string_view id) const;
};

/// The built-in policy: norms V1, V2 and V3.
Policy default_policy();

/// Every policy that was ever loaded; each holds until the next one begins.
class PolicyBook {
 public:
  /// The book of the built-in policy and `loaded`; of two from the same day the later in the
  /// list holds.
  explicit PolicyBook(std::vector<Policy> loaded = {});

  const std::vector<Policy>& policies() const { return m_policies; }
  const Policy& in_force(Day day) const;
  /// Whether a rule holds in areas of its own.
  bool names_areas() const;

 private:
  std::vector<Policy> m_policies;  // by first day; the first one holds from the beginning
};

}  // namespace gridvisit
