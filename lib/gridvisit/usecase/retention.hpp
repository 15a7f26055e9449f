#pragma once

#include <string_view>

#include "gridvisit/report/retention_list.hpp"
#include "gridvisit/usecase/register_desk.hpp"

/// How long personal data is kept (norm D3), and what is past that.
namespace gridvisit::usecase {

/// What is past its time on the day. Households count from the day after they moved out; only what
/// still has personal data is due.
report::RetentionDue retention_due(const store::Session& session,
                                   const report::RetentionRules& rules, Day today);

/// Erases what is due, all of it or nothing, in one audit entry; gives what it was. Error(refused)
/// without a reason.
report::RetentionDue apply_retention(const Desk& desk, const report::RetentionRules& rules,
                                     Day today, std::string_view reason);

}  // namespace gridvisit::usecase
