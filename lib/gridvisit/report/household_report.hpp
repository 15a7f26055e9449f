#pragma once

#include "gridvisit/report/explanation.hpp"

namespace gridvisit::report {

/// How one household stands with each rule in a period: one row a rule and period of its own.
Document household_report(const std::string& code, const Period& period,
                          const std::vector<Explanation>& rules, l10n::Language language,
                          const std::optional<Day>& known_on);

}  // namespace gridvisit::report
