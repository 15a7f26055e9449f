#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/policy/policy.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// What the numbers of a document rest on.
struct Basis {
  std::optional<Period> period;  ///< nothing: it is about the day
  Day reference_day;
  std::string policy;
  Day policy_from = k_beginning;
  std::string data_version;     ///< `seq:hash`
  std::optional<Day> known_on;  ///< only what was recorded up to the end of this day
};

/// For Document::basis.
std::vector<Fact> facts_of(const Basis& basis);

/// `default, in force from the beginning`
Message policy_message(const std::string& name, Day from);

}  // namespace gridvisit::report
