#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gridvisit::format {

/// Strict conversion between encodings, piece by piece: a character may be cut between pieces.
class Converter {
 public:
  /// Names as iconv knows them.
  Converter(const char* to, const char* from);
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Appends the converted text; false at a byte that doesn't belong to the encoding.
  bool convert(std::string_view bytes, std::string& into);
  /// False if the last character is cut off.
  bool finish() const { return m_cut.empty(); }
  /// Offset of the first byte that has not been converted.
  std::uint64_t position() const { return m_position; }

 private:
  void* m_iconv;
  std::string m_cut;  // the beginning of a character whose end is in the next piece
  std::uint64_t m_position = 0;
};

}  // namespace gridvisit::format
