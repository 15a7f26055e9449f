#include "gridvisit/base/display.hpp"

#include <algorithm>
#include <utility>

#include <utf8proc.h>

#include "gridvisit/base/graphemes.hpp"

namespace gridvisit {
namespace {

struct Grapheme {
  std::string_view text;
  std::size_t width;
};

/// Whether an emoji presentation selector behind it makes an emoji of the code point; spaces and
/// letters stay what they are.
bool may_be_emoji(utf8proc_int32_t code_point) {
  constexpr utf8proc_int32_t k_first_sign = 0xa9;
  return code_point >= k_first_sign || code_point == '#' || code_point == '*' ||
         (code_point >= '0' && code_point <= '9');
}

/// Columns of one code point behind another (-1: none) of its grapheme. What is shown as an emoji
/// takes two.
std::size_t columns_of(utf8proc_int32_t code_point, utf8proc_int32_t previous) {
  constexpr utf8proc_int32_t k_emoji_presentation = 0xfe0f;
  constexpr utf8proc_int32_t k_first_flag_letter = 0x1f1e6, k_last_flag_letter = 0x1f1ff;
  if (code_point == k_emoji_presentation) return may_be_emoji(previous) ? 2 : 0;
  if (code_point >= k_first_flag_letter && code_point <= k_last_flag_letter) return 2;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

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
    width = std::max(width, columns_of(code_point, previous));
    previous = code_point;
    at += static_cast<std::size_t>(size);
  }
  const Grapheme result{rest.substr(0, at), width};
  rest.remove_prefix(at);
  return result;
}

/// Han and other full-width text may be broken anywhere but before a closing and after an opening
/// mark.
bool may_break_between(const Grapheme& before, const Grapheme& after) {
  constexpr std::string_view k_closing = "，。、；：！？）》」』】〉”’…—·,.;:!?)]}%";
  constexpr std::string_view k_opening = "（《「『【〈“‘([{";
  if (before.width < 2 && after.width < 2) return false;
  return k_closing.find(after.text) == std::string_view::npos &&
         k_opening.find(before.text) == std::string_view::npos;
}

/// Puts words into lines of at most so many columns.
class LineFiller {
 public:
  explicit LineFiller(std::size_t columns) : m_columns{columns} {}

  void add(const Grapheme& next) {
    if (!m_word.empty() && may_break_between(m_last, next)) place_word();
    m_word += next.text;
    m_word_width += next.width;
    m_last = next;
  }

  void add_space() {
    place_word();
    if (m_width > 0 && m_width < m_columns) m_lines.back() += ' ', ++m_width;
  }

  void end_line() {
    place_word();
    while (m_lines.back().ends_with(' ')) m_lines.back().pop_back();
    m_lines.emplace_back();
    m_width = 0;
  }

  std::vector<std::string> finish() && {
    end_line();
    m_lines.pop_back();
    return std::move(m_lines);
  }

 private:
  void place_word() {
    if (m_word.empty()) return;
    const auto word = std::exchange(m_word, {});
    const auto word_width = std::exchange(m_word_width, 0);
    if (m_width + word_width > m_columns && m_width > 0) end_line();
    m_lines.back() += word;
    m_width += word_width;
  }

  std::size_t m_columns;
  std::vector<std::string> m_lines{""};
  std::size_t m_width = 0;  // of the last line
  std::string m_word;       // not yet placed
  std::size_t m_word_width = 0;
  Grapheme m_last{};  // of the word
};

}  // namespace

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> result;
  while (!text.empty()) result.push_back(take_grapheme(text).text);
  return result;
}

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
  LineFiller lines{columns};
  while (!text.empty()) {
    const auto next = take_grapheme(text);
    if (next.text == "\n")
      lines.end_line();
    else if (next.text == " ")
      lines.add_space();
    else
      lines.add(next);
  }
  return std::move(lines).finish();
}

}  // namespace gridvisit
