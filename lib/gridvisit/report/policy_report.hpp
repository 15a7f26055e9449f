#pragma once

#include <vector>

#include "gridvisit/base/problem.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/policy/policy.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// One policy, rule by rule: what each asks, of whom, how often.
Document policy_document(const Policy& policy, l10n::Language language);

/// Every policy and the day from which it holds; the one in force today is marked.
Document policy_list(const PolicyBook& book, Day today);

/// What is wrong with a policy file, and how to mend it.
Document policy_problems(const std::string& file, const std::vector<Problem>& problems);

}  // namespace gridvisit::report
