#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

/// Files sealed with a passphrase: nobody can read them without it, or change, cut or reorder them
/// unnoticed. The layout is a contract; numbers are little-endian:
///
///     8 bytes   GVSEALED
///     4 bytes   version: 1
///     4 bytes   passes of Argon2id
///     4 bytes   memory of Argon2id, in KiB
///    16 bytes   salt
///    24 bytes   header of the secret stream (XChaCha20-Poly1305, libsodium's secretstream)
///    17 bytes   an empty message, which vouches for all bytes before: a wrong passphrase fails
///    here then       messages of 65536 bytes, each 17 bytes longer when sealed; the last one is
///    shorter
///               or equal and marked as final, and nothing follows it
namespace gridvisit::store {

/// Fills the span and tells how many bytes there were; 0 at the end.
using SealSource = std::function<std::size_t(std::span<char>)>;
using SealSink = std::function<void(std::string_view)>;

/// How many bytes at the beginning of a file is_sealed() wants to see.
inline constexpr std::size_t k_seal_mark_size = 8;

bool is_sealed(std::string_view beginning);

/// Both give a digest of the bytes in the clear. Memory does not depend on their number.
std::string seal(const SealSource& source, std::string_view passphrase, const SealSink& sink);
/// Error(refused) for a wrong passphrase; Error(damaged) for what was cut, changed or reordered, or
/// asks for more memory than seal() ever does; Error(version) for a newer layout.
std::string unseal(const SealSource& source, std::string_view passphrase, const SealSink& sink);

}  // namespace gridvisit::store
