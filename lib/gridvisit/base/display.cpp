#include "gridvisit/base/display.hpp"

#include <algorithm>
#include <cstdint>

#include <utf8proc.h>

namespace gridvisit {
namespace {

struct Grapheme {
  std::string_view text;
  std::size_t width;
  bool breakable_after;  // Han and other full-width text may be broken anywhere
};

/// Takes the first grapheme cluster off `rest`.
Grapheme take_grapheme(std::string_view& rest) {
  std::size_t at = 0, width = 0;
  utf8proc_int32_t previous = -1, state = 0;
  while (at < rest.size()) {
    utf8proc_int32_t code_point = -1;
    auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()) + at,
                                 static_cast<utf8proc_ssize_t>(rest.size() - at), &code_point);
    if (size <= 0) size = 1, code_point = 0xfffd;
    if (previous >= 0 && utf8proc_grapheme_break_stateful(previous, code_point, &state)) break;
    const auto own = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
    constexpr utf8proc_int32_t k_emoji_presentation = 0xfe0f;
    width = std::max(width, code_point == k_emoji_presentation ? std::size_t{2} : own);
    previous = code_point;
    at += static_cast<std::size_t>(size);
  }
  const Grapheme result{rest.substr(0, at), width, width == 2};
  rest.remove_prefix(at);
  return result;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += take_grapheme(text).width;
  return width;
}

std::string truncate_to(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string{text};
  if (columns == 0) return {};
  std::size_t width = 0;
  const auto whole = text;
  while (!text.empty()) {
    auto rest = text;
    width += take_grapheme(rest).width;
    if (width > columns - 1) break;
    text = rest;
  }
  return std::string{whole.substr(0, whole.size() - text.size())} + "…";
}

std::string pad_to(std::string_view text, std::size_t columns, Align align) {
  const auto width = display_width(text);
  const std::string fill(width < columns ? columns - width : 0, ' ');
  return align == Align::left ? std::string{text} + fill : fill + std::string{text};
}

std::vector<std::string> wrap_to(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines{""};
  std::size_t width = 0;  // of the line so far
  std::string word;       // not yet placed
  std::size_t word_width = 0;
  const auto place_word = [&] {
    if (width + word_width > columns && width > 0) {
      while (lines.back().ends_with(' ')) lines.back().pop_back();
      lines.emplace_back();
      width = 0;
    }
    lines.back() += word;
    width += word_width;
    word.clear();
    word_width = 0;
  };
  while (!text.empty()) {
    const auto next = take_grapheme(text);
    if (next.text == "\n") {
      place_word();
      lines.emplace_back();
      width = 0;
    } else if (next.text == " ") {
      place_word();
      if (width > 0 && width < columns) lines.back() += ' ', ++width;
    } else {
      if (next.breakable_after) place_word();
      word += next.text;
      word_width += next.width;
      if (next.breakable_after) place_word();
    }
  }
  place_word();
  while (lines.back().ends_with(' ')) lines.back().pop_back();
  return lines;
}

}  // namespace gridvisit
