#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gridvisit::format::xlsx {

/// Gathers the text of a shared or inline string: its runs one after the other, without their
/// fonts and without the hints on how to read them aloud.
class RichText {
 public:
  /// Appends to `into`.
  explicit RichText(std::string& into) : m_into{into} {}

  void start(std::string_view element);
  void end(std::string_view element);
  void text(std::string_view piece);

 private:
  std::string& m_into;
  bool m_is_text = false;
  bool m_is_phonetic = false;
};

/// Replaces each _xHHHH_ in `text` from byte `begin` on by the character that it stands for: one
/// that XML can't hold, such as a carriage return.
void decode_escapes(std::string& text, std::size_t begin);

/// The same the other way round, for text that looks like such an escape.
std::string encode_escapes(std::string_view text);

}  // namespace gridvisit::format::xlsx
