#include "gridvisit/format/xlsx/rich_text.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace gridvisit::format::xlsx {
namespace {

constexpr std::string_view k_opening = "_x";
constexpr std::size_t k_escape = 7;  // bytes of _xHHHH_

/// The character that the escape at the beginning of `text` stands for; nothing if there is none,
/// or if it is NUL or half of a character.
std::optional<std::uint32_t> escaped_character(std::string_view text) {
  if (text.size() < k_escape || !text.starts_with(k_opening) || text[k_escape - 1] != '_')
    return std::nullopt;
  std::uint32_t code = 0;
  const char* const first = text.data() + k_opening.size();
  const char* const last = text.data() + k_escape - 1;
  constexpr int k_hexadecimal = 16;
  const auto [end, error] = std::from_chars(first, last, code, k_hexadecimal);
  constexpr std::uint32_t k_first_surrogate = 0xd800, k_last_surrogate = 0xdfff;
  if (error != std::errc{} || end != last || code == 0) return std::nullopt;
  if (code >= k_first_surrogate && code <= k_last_surrogate) return std::nullopt;
  return code;
}

/// One of the basic plane, in UTF-8.
void append_character(std::string& into, std::uint32_t code) {
  constexpr std::uint32_t k_one_byte = 0x80, k_two_bytes = 0x800;
  const auto byte = [&](std::uint32_t value) { into += static_cast<char>(value); };
  if (code < k_one_byte) return byte(code);
  if (code < k_two_bytes) {
    byte(0xc0 | (code >> 6));
  } else {
    byte(0xe0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3f));
  }
  byte(0x80 | (code & 0x3f));
}

}  // namespace

void RichText::start(std::string_view element) {
  if (element == "t") m_is_text = true;
  if (element == "rPh") m_is_phonetic = true;
}

void RichText::end(std::string_view element) {
  if (element == "t") m_is_text = false;
  if (element == "rPh") m_is_phonetic = false;
}

void RichText::text(std::string_view piece) {
  if (m_is_text && !m_is_phonetic) m_into += piece;
}

void decode_escapes(std::string& text, std::size_t begin) {
  auto escape = text.find(k_opening, begin);
  if (escape == text.npos) return;
  std::string decoded;
  std::string_view rest = std::string_view{text}.substr(begin);
  while (!rest.empty()) {
    const auto code = escaped_character(rest);
    if (code)
      append_character(decoded, *code);
    else
      decoded += rest.front();
    rest.remove_prefix(code ? k_escape : 1);
  }
  text.replace(begin, text.npos, decoded);
}

std::string encode_escapes(std::string_view text) {
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (escaped_character(text.substr(at))) encoded += "_x005F";
    encoded += text[at];
  }
  return encoded;
}

}  // namespace gridvisit::format::xlsx
