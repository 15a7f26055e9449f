#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gridvisit::format {

/// Tells whether a stream of bytes is UTF-8, piece by piece and in constant memory.
class Utf8Scan {
 public:
  void take(std::string_view bytes);
  /// Call after the last piece: a character that is cut off is invalid.
  void finish();

  /// Offset of the first byte of the first invalid sequence.
  std::optional<std::uint64_t> first_invalid() const { return m_first_invalid; }
  std::uint64_t invalid_bytes() const { return m_invalid_bytes; }
  /// Valid characters of three or four bytes.
  std::uint64_t long_sequences() const { return m_long_sequences; }

 private:
  void begin(unsigned char byte);
  void go_on(unsigned char byte);
  void reject();

  std::uint64_t m_position = 0;                     // of the byte that comes next
  std::uint64_t m_start = 0;                        // of the character that is being read
  int m_size = 0;                                   // bytes of that character
  int m_missing = 0;                                // bytes of it to come
  unsigned char m_lowest = 0x80, m_highest = 0xbf;  // what its next byte may be
  std::optional<std::uint64_t> m_first_invalid;
  std::uint64_t m_invalid_bytes = 0;
  std::uint64_t m_long_sequences = 0;
};

}  // namespace gridvisit::format
