#pragma once

#include <string>

#include "gridvisit/report/explanation.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

struct ExplainRequest {
  std::string rule;
  std::string subject;           ///< code of a worker, household or grid, as the rule's subject is
  std::optional<Period> period;  ///< nothing: the rule's own one that is running
  Day today;
  /// Only visits and voids recorded before this instant; nothing: all.
  std::optional<std::chrono::sys_seconds> recorded_before{};
};

/// Every visit that was looked at, and how it counts. Error(not_found) for an unknown rule or
/// code; Error(usage) for a period longer than the rule's own.
report::Explanation explain_rule(const store::Session& session, const ExplainRequest& request);

/// The rules that a household is in scope of in the period, without their visits.
std::vector<report::Explanation> explain_household(
    const store::Session& session, const Household& household, const Period& period, Day today,
    std::optional<std::chrono::sys_seconds> recorded_before = std::nullopt);

}  // namespace gridvisit::usecase
