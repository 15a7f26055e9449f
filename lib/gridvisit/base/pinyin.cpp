#include "gridvisit/base/pinyin.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <utf8proc.h>

#include "gridvisit/base/pinyin_table.hpp"

namespace gridvisit {
namespace {

/// Surnames whose reading differs from the character's main one.
constexpr auto k_surname_initials = std::to_array<std::pair<char32_t, char>>({
    {U'单', 's'}, {U'曾', 'z'}, {U'仇', 'q'}, {U'解', 'x'}, {U'区', 'o'}, {U'查', 'z'},
    {U'朴', 'p'}, {U'翟', 'z'}, {U'盖', 'g'}, {U'尉', 'y'}, {U'乐', 'y'}, {U'重', 'c'},
    {U'种', 'c'}, {U'覃', 'q'}, {U'折', 's'}, {U'繁', 'p'}, {U'召', 's'}, {U'缪', 'm'},
    {U'逄', 'p'}, {U'黑', 'h'}, {U'褚', 'c'}, {U'员', 'y'}, {U'洗', 'x'}, {U'万', 'w'},
});

char main_initial(char32_t character) {
  if (character < k_first_with_pinyin) return '\0';
  const auto at = static_cast<std::size_t>(character - k_first_with_pinyin);
  if (at >= k_pinyin_initials.size() || k_pinyin_initials[at] == ' ') return '\0';
  return k_pinyin_initials[at];
}

char surname_initial(char32_t character) {
  const auto* at =
      std::ranges::find(k_surname_initials, character, &std::pair<char32_t, char>::first);
  return at == k_surname_initials.end() ? main_initial(character) : at->second;
}

char ascii_initial(char32_t character) {
  if ((character >= U'a' && character <= U'z') || (character >= U'0' && character <= U'9'))
    return static_cast<char>(character);
  if (character >= U'A' && character <= U'Z') return static_cast<char>(character - U'A' + U'a');
  return '\0';
}

}  // namespace

std::string pinyin_initials(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    utf8proc_int32_t code_point = -1;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data()) + at,
                         static_cast<utf8proc_ssize_t>(name.size() - at), &code_point);
    if (size <= 0) break;
    const auto character = static_cast<char32_t>(code_point);
    const char letter = character < 0x80 ? ascii_initial(character)
                        : at == 0        ? surname_initial(character)
                                         : main_initial(character);
    if (letter != '\0') result += letter;
    at += static_cast<std::size_t>(size);
  }
  return result;
}

}  // namespace gridvisit
