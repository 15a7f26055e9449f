#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace gridvisit {

/// How one character of a name is spelled in pinyin: without tones, `v` for ü, the usual reading
/// first. None for a character that nobody types (a dot between names, a space).
struct SpelledCharacter {
  static constexpr std::size_t k_most = 6;

  std::array<std::string_view, k_most> forms{};
  std::size_t count = 0;
  std::size_t size = 1;  ///< in bytes
  /// A character after it may change its reading: 尉 is yu before 迟.
  bool depends_on_next = false;
};

/// The character at byte `at` of `name`. The first one is read as a surname (单 shan, 曾 zeng), two
/// as a compound surname where they are one (尉迟 yuchi); others have every reading that
/// dictionaries of today give them. ASCII letters and digits stand for themselves, in lower case.
SpelledCharacter spelled_at(std::string_view name, std::size_t at);

/// The usual pinyin of a text of Han characters, read as a name: `zhang ming`. Empty for any other
/// text.
std::string spelled_out(std::string_view name);

}  // namespace gridvisit
