#pragma once

#include <string_view>

#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/figure_numbers.hpp"

/// The digest of each fact's content: a contract, since entries of old databases must verify for
/// ever. The fact's own id stands beside the digest in the entry's content. Personal texts are
/// there only as salted digests.
namespace gridvisit::store {

std::string digest_of(const Area& area);
std::string digest_of(const Worker& worker, std::string_view personal_digest);
std::string digest_of(const Assignment& assignment);
std::string digest_of(const Leave& leave);
std::string digest_of(const Household& household, std::string_view personal_digest);
std::string digest_of(const Residence& residence);
std::string digest_of(const Category& category);
std::string digest_of(const Tag& tag, std::string_view note_digest);
std::string digest_of(const Visit& visit, std::string_view note_digest);
std::string digest_of(const Void& cancellation);
std::string digest_of(const Patrol& patrol, std::string_view note_digest);
std::string digest_of(const StoredPolicy& policy);
std::string digest_of(const Erasure& erasure);
/// How it begins; its end is a fact of its own.
std::string digest_of(const Member& member);
std::string digest_of_end(std::chrono::sys_seconds at);
std::string digest_of(const Holiday& holiday);
std::string digest_of(const Closing& closing);
std::string digest_of(const StoredFigure& figure);
std::string digest_of(const RecordKey& record, const ChangeTimes& times);

SaltedDigest personal_digest(const Worker& worker);
SaltedDigest personal_digest(const Household& household);
/// Both parts are empty if the note is.
SaltedDigest note_digest(std::string_view note);

}  // namespace gridvisit::store
