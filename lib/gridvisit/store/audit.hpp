#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <sodium/crypto_hash_sha256.h>

#include "gridvisit/store/store.hpp"

/// The audit chain, the same for every backend.
namespace gridvisit::store {

/// SHA-256 over a sequence of values. Each value is written with its type, and a text with its
/// length, so that no two sequences read alike.
class ContentHash {
 public:
  ContentHash();

  ContentHash& add(std::int64_t number);
  ContentHash& add(std::string_view text);
  /// The hash of everything added so far; more may be added.
  std::string bytes() const;
  std::string hexadecimal() const;

 private:
  void add_tagged(unsigned char tag, std::uint64_t number);

  crypto_hash_sha256_state m_state{};
};

/// Stands for personal texts in a content hash: once the texts and the salt are erased nothing
/// can be guessed from the digest, and the chain still verifies.
struct SaltedDigest {
  std::string salt;
  std::string digest;
};

SaltedDigest salted_digest(std::initializer_list<std::string_view> texts);

/// The kinds of facts, in the order in which an entry's content is hashed: never reordered.
enum class FactKind {
  area,
  worker,
  assignment,
  leave,
  household,
  residence,
  category,
  tag,
  visit,
  cancellation,
  patrol,
  policy,
  erasure,
  member,
  member_end,
  holiday,
  closing,
  figure,
  change_times,
};

inline constexpr std::array k_fact_kinds{
    FactKind::area,      FactKind::worker,       FactKind::assignment,  FactKind::leave,
    FactKind::household, FactKind::residence,    FactKind::category,    FactKind::tag,
    FactKind::visit,     FactKind::cancellation, FactKind::patrol,      FactKind::policy,
    FactKind::erasure,   FactKind::member,       FactKind::member_end,  FactKind::holiday,
    FactKind::closing,   FactKind::figure,       FactKind::change_times};

/// One word in English, as it stands in the hash.
std::string_view to_string(FactKind kind);

/// A record by the kind of fact that it is, and its number.
struct RecordKey {
  FactKind kind = FactKind::area;
  std::int64_t id = 0;

  friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};
RecordKey key_of(const RecordId& record);

/// What one entry wrote: each fact as the entry left it, by kind and then by id. An entry that
/// writes a fact twice holds its last state.
class EntryContent {
 public:
  void add(FactKind kind, std::int64_t id, std::string_view digest);
  std::string hexadecimal() const { return m_hash.hexadecimal(); }

 private:
  ContentHash m_hash;
};

/// What a backend keeps beside a fact, to tell which one is damaged: the first eight bytes of its
/// digest.
std::int64_t checksum_of(std::string_view digest);

/// Whether `entry` follows `previous` and its hash is that of its fields.
bool follows(const AuditEntry& previous, const AuditEntry& entry);

/// The entry that follows `previous` (nothing before the first one).
AuditEntry next_entry(const AuditEntry& previous, const Authorship& authorship,
                      const Operation& operation, std::string content_hash);

}  // namespace gridvisit::store
