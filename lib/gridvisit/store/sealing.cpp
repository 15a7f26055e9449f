#include "gridvisit/store/sealing.hpp"

#include <array>
#include <cstdint>
#include <new>
#include <optional>

#include <sodium/core.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_pwhash.h>
#include <sodium/crypto_secretstream_xchacha20poly1305.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::store {
namespace {

constexpr std::string_view k_mark = "GVSEALED";
constexpr std::uint32_t k_version = 1;
// The second choice of RFC 9106: 64 MiB are there on any machine.
constexpr std::uint32_t k_passes = 3, k_most_passes = 16;
constexpr std::uint32_t k_memory = 64 * 1024, k_most_memory = 1024 * 1024;  // KiB
constexpr std::uint32_t k_least_memory = crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024;

constexpr std::size_t k_stream_header = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t k_overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t k_chunk = 65536;
constexpr std::size_t k_passes_at = k_mark.size() + 4, k_memory_at = k_passes_at + 4,
                      k_salt_at = k_memory_at + 4,
                      k_stream_at = k_salt_at + crypto_pwhash_SALTBYTES,
                      k_preamble = k_stream_at + k_stream_header;
static_assert(crypto_pwhash_SALTBYTES == 16 && k_stream_header == 24 && k_overhead == 17);

using Preamble = std::array<unsigned char, k_preamble>;

void put_number(unsigned char* at, std::uint32_t number) {
  for (int byte = 0; byte < 4; ++byte) at[byte] = static_cast<unsigned char>(number >> (8 * byte));
}

std::uint32_t number_at(const unsigned char* at) {
  std::uint32_t number = 0;
  for (int byte = 3; byte >= 0; --byte) number = number << 8 | at[byte];
  return number;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::span<char> text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

Error damaged() {
  return {ErrorKind::damaged, message("The encrypted file was cut, changed or is damaged."),
          message("Use another copy of it.")};
}

/// As many bytes as the span has, or as there are.
std::size_t filled(const SealSource& source, std::span<char> into) {
  std::size_t size = 0;
  while (size < into.size()) {
    const auto more = source(into.subspan(size));
    if (more == 0) break;
    size += more;
  }
  return size;
}

/// The key that a passphrase gives, wiped when it goes.
class Key {
 public:
  Key(std::string_view passphrase, const Preamble& preamble) {
    const auto memory = std::size_t{number_at(&preamble[k_memory_at])} * 1024;
    if (crypto_pwhash(m_bytes.data(), m_bytes.size(), passphrase.data(), passphrase.size(),
                      &preamble[k_salt_at], number_at(&preamble[k_passes_at]), memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
      throw std::bad_alloc{};
  }
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

  const unsigned char* data() const { return m_bytes.data(); }

 private:
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> m_bytes{};
};

class Digest {
 public:
  Digest() { crypto_hash_sha256_init(&m_state); }
  void add(std::span<const char> bytes) {
    crypto_hash_sha256_update(&m_state, bytes_of({bytes.data(), bytes.size()}), bytes.size());
  }
  std::string finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&m_state, hash.data());
    return {hash.begin(), hash.end()};
  }

 private:
  crypto_hash_sha256_state m_state{};
};

void require_sodium() {
  if (sodium_init() < 0) throw Error{ErrorKind::io, message("The system gave no random numbers.")};
}

Preamble new_preamble() {
  Preamble preamble{};
  std::copy(k_mark.begin(), k_mark.end(), preamble.begin());
  put_number(&preamble[k_mark.size()], k_version);
  put_number(&preamble[k_passes_at], k_passes);
  put_number(&preamble[k_memory_at], k_memory);
  randombytes_buf(&preamble[k_salt_at], crypto_pwhash_SALTBYTES);
  return preamble;
}

/// What a stranger's file asks for is bounded before anything is reckoned with it.
Preamble read_preamble(const SealSource& source) {
  std::array<char, k_preamble> text{};
  if (filled(source, text) != text.size() || !is_sealed({text.data(), text.size()}))
    throw damaged();
  Preamble preamble{};
  std::copy(text.begin(), text.end(), preamble.begin());
  if (number_at(&preamble[k_mark.size()]) != k_version)
    throw Error{ErrorKind::version,
                message("The file was encrypted by a newer version of this program."),
                message("Use a newer version of gridvisit.")};
  const auto passes = number_at(&preamble[k_passes_at]), memory = number_at(&preamble[k_memory_at]);
  if (passes < 1 || passes > k_most_passes || memory < k_least_memory || memory > k_most_memory)
    throw damaged();
  return preamble;
}

class Sealer {
 public:
  Sealer(std::string_view passphrase, const SealSink& sink) : m_sink{sink} {
    auto preamble = new_preamble();
    const Key key{passphrase, preamble};
    crypto_secretstream_xchacha20poly1305_init_push(&m_state, &preamble[k_stream_at], key.data());
    sink({reinterpret_cast<const char*>(preamble.data()), preamble.size()});
    push({}, 0, {reinterpret_cast<const char*>(preamble.data()), preamble.size()});
  }
  void push(std::string_view bytes, unsigned char tag, std::string_view vouched = {}) {
    crypto_secretstream_xchacha20poly1305_push(&m_state, bytes_of(std::span<char>{m_sealed}),
                                               nullptr, bytes_of(bytes), bytes.size(),
                                               bytes_of(vouched), vouched.size(), tag);
    m_sink({m_sealed.data(), bytes.size() + k_overhead});
  }

 private:
  const SealSink& m_sink;
  crypto_secretstream_xchacha20poly1305_state m_state{};
  std::string m_sealed = std::string(k_chunk + k_overhead, '\0');
};

class Unsealer {
 public:
  Unsealer(const SealSource& source, std::string_view passphrase) : m_source{source} {
    const auto preamble = read_preamble(source);
    const Key key{passphrase, preamble};
    if (crypto_secretstream_xchacha20poly1305_init_pull(&m_state, &preamble[k_stream_at],
                                                        key.data()) != 0)
      throw damaged();
    if (filled(source, std::span{m_sealed}.first(k_overhead)) != k_overhead) throw damaged();
    const auto opened =
        pull(k_overhead, {reinterpret_cast<const char*>(preamble.data()), preamble.size()});
    if (!opened)
      throw Error{ErrorKind::refused, message("The passphrase does not open the file."),
                  message("Type it again; if it is right, the beginning of the file was changed.")};
  }
  /// The next bytes in the clear; nothing at the end.
  std::optional<std::string_view> next() {
    if (m_is_over) return std::nullopt;
    const auto size = filled(m_source, m_sealed);
    if (size < k_overhead) throw damaged();
    const auto opened = pull(size, {});
    if (!opened) throw damaged();
    if (m_is_over && m_source(std::span{m_sealed}.first(1)) != 0) throw damaged();
    return opened;
  }

 private:
  std::optional<std::string_view> pull(std::size_t size, std::string_view vouched) {
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m_state, bytes_of(std::span<char>{m_clear}), nullptr, &tag,
            bytes_of(std::string_view{m_sealed}), size, bytes_of(vouched), vouched.size()) != 0)
      return std::nullopt;
    m_is_over = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return std::string_view{m_clear}.substr(0, size - k_overhead);
  }

  const SealSource& m_source;
  crypto_secretstream_xchacha20poly1305_state m_state{};
  std::string m_sealed = std::string(k_chunk + k_overhead, '\0');
  std::string m_clear = std::string(k_chunk, '\0');
  bool m_is_over = false;
};

}  // namespace

bool is_sealed(std::string_view beginning) {
  static_assert(k_mark.size() == k_seal_mark_size);
  return beginning.starts_with(k_mark);
}

std::string seal(const SealSource& source, std::string_view passphrase, const SealSink& sink) {
  require_sodium();
  Sealer sealer{passphrase, sink};
  Digest digest;
  std::string chunk(k_chunk, '\0');
  for (std::size_t size = k_chunk; size == k_chunk;) {
    size = filled(source, chunk);
    digest.add(std::span{chunk}.first(size));
    const auto tag = size == k_chunk ? crypto_secretstream_xchacha20poly1305_tag_message()
                                     : crypto_secretstream_xchacha20poly1305_tag_final();
    sealer.push(std::string_view{chunk}.substr(0, size), tag);
  }
  return digest.finish();
}

std::string unseal(const SealSource& source, std::string_view passphrase, const SealSink& sink) {
  require_sodium();
  Unsealer unsealer{source, passphrase};
  Digest digest;
  while (const auto clear = unsealer.next()) {
    digest.add(*clear);
    sink(*clear);
  }
  return digest.finish();
}

}  // namespace gridvisit::store
