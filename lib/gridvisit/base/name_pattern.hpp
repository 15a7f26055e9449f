#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/base/pinyin.hpp"
#include "gridvisit/base/spelling.hpp"

namespace gridvisit {

/// How a name fits what was typed.
struct NameFit {
  enum class Extent { none, part, beginning, whole };

  Extent extent = Extent::none;
  std::size_t edits = 0;
  /// No name that begins with so many bytes of this one fits. 0: nothing is known of others.
  std::size_t hopeless = 0;
};

/// A name as people type it in letters: each character by its whole pinyin or by its first letter
/// or two (zhang, zh, z), in any mixture, the last one perhaps not typed to its end. Spaces and
/// apostrophes separate characters.
class NamePattern {
 public:
  enum class Where { from_first_character, from_any_character };

  /// Nothing if `typed` is anything but ASCII letters (and ü) and separators, or too long.
  static std::optional<NamePattern> of(std::string_view typed);
  /// Its spelling may be wrong in as many places as edits_tolerated() says; the surname is typed
  /// in full. Nothing for so short a word that all must be right.
  static std::optional<NamePattern> near(std::string_view typed);

  NameFit fit(std::string_view name, Where where = Where::from_first_character) const;

 private:
  NamePattern(std::string_view letters, Spelling::Places breaks, std::size_t edits);

  struct Step {
    Spelling::Reached ends;  ///< where the character may end
    bool typed_to_end = false;
  };
  Step read(const SpelledCharacter& character, const Spelling::Reached& from, bool first) const;
  void read_form(std::string_view form, Spelling::Reached reached, bool abbreviated,
                 Step& step) const;

  Spelling m_spelling;
  Spelling::Places m_breaks;  ///< places where a character must begin
};

}  // namespace gridvisit
