#include "gridvisit/format/utf8_scan.hpp"

#include <cstring>

namespace gridvisit::format {
namespace {

/// How many bytes from the beginning are ASCII, in steps of eight.
std::size_t count_ascii(std::string_view bytes) {
  std::size_t at = 0;
  std::uint64_t word = 0;
  for (; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  return at;
}

}  // namespace

void Utf8Scan::take(std::string_view bytes) {
  while (!bytes.empty()) {
    if (m_missing == 0) {
      const auto ascii = count_ascii(bytes);
      m_position += ascii;
      bytes.remove_prefix(ascii);
      if (bytes.empty()) return;
    }
    const auto byte = static_cast<unsigned char>(bytes.front());
    if (m_missing > 0)
      go_on(byte);
    else
      begin(byte);
    ++m_position;
    bytes.remove_prefix(1);
  }
}

// The ranges are those of the Unicode standard, table 3-7: no overlong form, no surrogate,
// nothing above U+10FFFF.
void Utf8Scan::begin(unsigned char byte) {
  m_start = m_position;
  m_lowest = 0x80, m_highest = 0xbf;
  if (byte < 0x80) return;
  if (byte >= 0xc2 && byte <= 0xdf) {
    m_size = 2;
  } else if (byte >= 0xe0 && byte <= 0xef) {
    m_size = 3;
    if (byte == 0xe0) m_lowest = 0xa0;
    if (byte == 0xed) m_highest = 0x9f;
  } else if (byte >= 0xf0 && byte <= 0xf4) {
    m_size = 4;
    if (byte == 0xf0) m_lowest = 0x90;
    if (byte == 0xf4) m_highest = 0x8f;
  } else {
    reject();
    return;
  }
  m_missing = m_size - 1;
}

void Utf8Scan::go_on(unsigned char byte) {
  if (byte < m_lowest || byte > m_highest) {
    reject();
    m_missing = 0;
    begin(byte);
    return;
  }
  m_lowest = 0x80, m_highest = 0xbf;
  if (--m_missing == 0 && m_size >= 3) ++m_long_sequences;
}

void Utf8Scan::reject() {
  if (!m_first_invalid) m_first_invalid = m_start;
  ++m_invalid_bytes;
}

void Utf8Scan::finish() {
  if (m_missing > 0) reject();
  m_missing = 0;
}

}  // namespace gridvisit::format
