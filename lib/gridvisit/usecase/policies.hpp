#pragma once

#include <string_view>

#include "gridvisit/policy/policy_file.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The built-in policy and every one on record.
PolicyBook policy_book(const store::Session& session);

/// The rule of the policy in force on `day`; Error(not_found) naming its rules.
const Rule& rule_named(const PolicyBook& book, std::string_view id, Day day);
/// The rule's own period that is running today.
Period current_period_of(const store::Session& session, std::string_view rule, Day today);

/// Reads a policy, and checks that the categories, groups and areas it names are on record.
PolicyReading check_policy(const store::Session& session, std::string_view toml);

/// Puts a policy on record and commits; Error(refused) if check_policy finds a problem.
store::AuditEntry load_policy(store::Session& session, std::string_view toml,
                              std::chrono::sys_seconds loaded_at);

}  // namespace gridvisit::usecase
