#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <sodium/crypto_hash_sha256.h>

#include "gridvisit/store/store.hpp"

/// The audit chain, the same for every backend.
namespace gridvisit::store {

/// SHA-256 over a sequence of values. Each value is written with its length, so that no two
/// sequences read alike.
class ContentHash {
 public:
  ContentHash();

  ContentHash& add(std::int64_t number);
  ContentHash& add(std::string_view text);
  /// The hash of everything added so far; more may be added.
  std::string bytes() const;
  std::string hexadecimal() const;

 private:
  crypto_hash_sha256_state m_state{};
};

/// Stands for personal texts in a content hash: once the texts and the salt are erased nothing
/// can be guessed from the digest, and the chain still verifies.
struct SaltedDigest {
  std::string salt;
  std::string digest;
};

SaltedDigest salted_digest(std::initializer_list<std::string_view> texts);

/// The entry that follows `previous` (nothing before the first one).
AuditEntry next_entry(const AuditEntry& previous, const Authorship& authorship,
                      const Operation& operation, std::string content_hash);

}  // namespace gridvisit::store
