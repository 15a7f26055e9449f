#pragma once

#include <string_view>

#include "gridvisit/store/audit.hpp"

/// How each fact is written into the content hash of its audit entry: a contract, since entries
/// of old databases must verify for ever. Personal texts are there only as salted digests.
namespace gridvisit::store {

void write_fact(ContentHash& hash, const Area& area);
void write_fact(ContentHash& hash, const Worker& worker, std::string_view personal_digest);
void write_fact(ContentHash& hash, const Assignment& assignment);
void write_fact(ContentHash& hash, const Leave& leave);
void write_fact(ContentHash& hash, const Household& household, std::string_view personal_digest);
void write_fact(ContentHash& hash, const Residence& residence);
void write_fact(ContentHash& hash, const Category& category);
void write_fact(ContentHash& hash, const Tag& tag, std::string_view note_digest);
void write_fact(ContentHash& hash, const Visit& visit, std::string_view note_digest);
void write_fact(ContentHash& hash, const Void& cancellation);
void write_fact(ContentHash& hash, const Patrol& patrol, std::string_view note_digest);
void write_fact(ContentHash& hash, const StoredPolicy& policy);

SaltedDigest personal_digest(const Worker& worker);
SaltedDigest personal_digest(const Household& household);
/// Both parts are empty if the note is.
SaltedDigest note_digest(std::string_view note);

}  // namespace gridvisit::store
