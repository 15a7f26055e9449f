#include "gridvisit/store/audit.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::store {
namespace {

constexpr std::size_t k_salt_bytes = 16;
constexpr std::size_t k_short_hash = 12;  // digits

const unsigned char* unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string to_hexadecimal(std::string_view bytes) {
  std::string result;
  for (const unsigned char byte : bytes) result += fmt::format("{:02x}", byte);
  return result;
}

std::string hash_of(const AuditEntry& entry, std::string_view previous) {
  return ContentHash{}
      .add(entry.sequence)
      .add(entry.at.time_since_epoch().count())
      .add(entry.actor)
      .add(entry.worker)
      .add(entry.operation)
      .add(entry.reference)
      .add(entry.content_hash)
      .add(previous)
      .hexadecimal();
}

std::string random_salt() {
  std::string salt(k_salt_bytes, '\0');
  if (getentropy(salt.data(), salt.size()) != 0)
    throw Error{ErrorKind::io, message("The system gave no random numbers.")};
  return salt;
}

}  // namespace

ContentHash::ContentHash() {
  crypto_hash_sha256_init(&m_state);
}

ContentHash& ContentHash::add(std::int64_t number) {
  add_tagged('n', static_cast<std::uint64_t>(number));
  return *this;
}

ContentHash& ContentHash::add(std::string_view text) {
  add_tagged('t', text.size());
  crypto_hash_sha256_update(&m_state, unsigned_bytes(text), text.size());
  return *this;
}

void ContentHash::add_tagged(unsigned char tag, std::uint64_t number) {
  std::array<unsigned char, 9> bytes{tag};
  for (std::size_t at = bytes.size() - 1; at > 0; --at, number >>= 8)
    bytes[at] = static_cast<unsigned char>(number & 0xff);
  crypto_hash_sha256_update(&m_state, bytes.data(), bytes.size());
}

std::string ContentHash::bytes() const {
  auto state = m_state;
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256_final(&state, hash.data());
  return {hash.begin(), hash.end()};
}

std::string ContentHash::hexadecimal() const {
  return to_hexadecimal(bytes());
}

SaltedDigest salted_digest(std::initializer_list<std::string_view> texts) {
  SaltedDigest result{random_salt(), {}};
  ContentHash hash;
  hash.add(result.salt);
  for (const auto text : texts) hash.add(text);
  result.digest = hash.bytes();
  return result;
}

std::string_view to_string(FactKind kind) {
  static constexpr std::array<std::string_view, k_fact_kinds.size()> k_words{
      "area",       "worker",  "assignment", "leave",  "household",   "residence", "category",
      "tag",        "visit",   "void",       "patrol", "policy",      "erasure",   "member",
      "member end", "holiday", "closing",    "figure", "change times"};
  return k_words[static_cast<std::size_t>(kind)];
}

RecordKey key_of(const RecordId& record) {
  static constexpr std::array k_kinds{FactKind::area,  FactKind::worker,    FactKind::assignment,
                                      FactKind::leave, FactKind::household, FactKind::residence,
                                      FactKind::tag,   FactKind::holiday};
  static_assert(k_kinds.size() == std::variant_size_v<RecordId>);
  return {k_kinds.at(record.index()), std::visit([](auto id) { return id.value; }, record)};
}

void EntryContent::add(FactKind kind, std::int64_t id, std::string_view digest) {
  m_hash.add(to_string(kind)).add(id).add(digest);
}

std::int64_t checksum_of(std::string_view digest) {
  std::uint64_t number = 0;
  for (const unsigned char byte : digest.substr(0, sizeof number)) number = number << 8 | byte;
  return static_cast<std::int64_t>(number);
}

bool follows(const AuditEntry& previous, const AuditEntry& entry) {
  return entry.sequence == previous.sequence + 1 && entry.hash == hash_of(entry, previous.hash);
}

AuditEntry next_entry(const AuditEntry& previous, const Authorship& authorship,
                      const Operation& operation, std::string content_hash) {
  AuditEntry entry{
      previous.sequence + 1, authorship.at,       authorship.actor,        authorship.worker,
      operation.name,        operation.reference, std::move(content_hash), {}};
  entry.hash = hash_of(entry, previous.hash);
  return entry;
}

std::optional<HeadName> parse_head(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto sequence = parse_integer(text.substr(0, colon));
  const auto hash = text.substr(colon + 1);
  const bool is_hash = hash.size() >= k_short_hash &&
                       hash.size() <= std::size_t{2} * crypto_hash_sha256_BYTES &&
                       hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!sequence || *sequence < 1 || !is_hash) return std::nullopt;
  return HeadName{*sequence, std::string{hash}};
}

std::string short_head(const HeadName& head) {
  return fmt::format("{}:{}", head.sequence, std::string_view{head.hash}.substr(0, k_short_hash));
}

std::string short_head(const AuditEntry& entry) {
  return short_head(HeadName{entry.sequence, entry.hash});
}

}  // namespace gridvisit::store
