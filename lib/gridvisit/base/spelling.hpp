#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gridvisit {

/// A word of ASCII that is looked for in others, with some edits: a letter more, a letter less,
/// another letter, or two neighbours swapped. The other word is given one letter at a time; every
/// place in this one that can have been reached is a bit, so that a letter costs a few operations.
class Spelling {
 public:
  static constexpr std::size_t k_longest = 63;
  static constexpr std::size_t k_most_edits = 2;

  /// A bit for each place: so many letters of the word are behind it.
  using Places = std::uint64_t;

  /// What was reached, with 0, 1, … edits.
  struct Reached {
    std::array<Places, k_most_edits + 1> places{};
    std::array<Places, k_most_edits + 1> before{};  ///< the last letter
    char last = '\0';

    bool nowhere() const { return (places[0] | places[1] | places[2]) == 0; }
    /// As if either had been read; what stands next to them is forgotten.
    Reached& operator|=(const Reached& other);
  };

  /// `word` has at most k_longest letters, `edits` is at most k_most_edits.
  Spelling(std::string_view word, std::size_t edits);

  /// Lets `letter` also stand where the word has `as`.
  void accept(char letter, char as);

  std::size_t edits_allowed() const { return m_edits; }
  Reached start() const;
  Reached after(const Reached& reached, char letter) const;
  /// The fewest edits with which the whole word was read, or nothing.
  std::optional<std::size_t> edits_at_end(const Reached& reached) const;

 private:
  Places where(char letter) const;

  std::array<Places, 128> m_where{};
  std::size_t m_edits;
  Places m_end;
};

/// The edits that a word of so many letters may have and still be found.
constexpr std::size_t edits_tolerated(std::size_t letters) {
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

/// The edits that make one word the other, if they are no more than the spelling allows.
std::optional<std::size_t> edits_between(const Spelling& spelling, std::string_view other);

}  // namespace gridvisit
