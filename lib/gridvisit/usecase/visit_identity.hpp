#pragma once

#include <chrono>

#include "gridvisit/store/store.hpp"

/// What makes a visit the same one in every database that it is exchanged with: what is said of
/// it, and the second in which it was put on record. Its number is that of one database only.
/// Whoever puts visits on record sees to it that no two are the same.
namespace gridvisit::usecase {

/// Whatever either replaces.
bool says_the_same(const VisitDraft& left, const VisitDraft& right);

/// `at`, or the first second after it in which no visit that says the same was put on record.
std::chrono::sys_seconds free_instant(const store::Session& session, const VisitDraft& draft,
                                      std::chrono::sys_seconds at);

/// Of all visits on record; empty if there are none.
VisitId highest_number(const store::Session& session);

}  // namespace gridvisit::usecase
