#include "gridvisit/base/spelling.hpp"

namespace gridvisit {

Spelling::Reached& Spelling::Reached::operator|=(const Reached& other) {
  for (std::size_t edits = 0; edits <= k_most_edits; ++edits)
    places.at(edits) |= other.places.at(edits);
  before = {};
  last = '\0';
  return *this;
}

Spelling::Spelling(std::string_view word, std::size_t edits)
    : m_edits{edits}, m_end{Places{1} << word.size()} {
  for (std::size_t at = 0; at < word.size(); ++at)
    m_where.at(static_cast<unsigned char>(word[at]) & 0x7FU) |= Places{1} << at;
}

void Spelling::accept(char letter, char as) {
  m_where.at(static_cast<unsigned char>(letter)) |= where(as);
}

Spelling::Places Spelling::where(char letter) const {
  const auto index = static_cast<unsigned char>(letter);
  return index < m_where.size() ? m_where.at(index) : 0;
}

Spelling::Reached Spelling::start() const {
  Reached reached;
  for (std::size_t edits = 0; edits <= m_edits; ++edits)
    reached.places.at(edits) = (Places{2} << edits) - 1;  // that many letters too many
  return reached;
}

Spelling::Reached Spelling::after(const Reached& reached, char letter) const {
  Reached next;
  next.before = reached.places;
  next.last = letter;
  const auto here = where(letter), next_to_it = where(reached.last);
  next.places[0] = (reached.places[0] & here) << 1;
  for (std::size_t edits = 1; edits <= m_edits; ++edits) {
    const auto fewer = reached.places.at(edits - 1);
    const auto swapped = (((reached.before.at(edits - 1) & here) << 1) & next_to_it) << 1;
    next.places.at(edits) = ((reached.places.at(edits) & here) << 1) | fewer | (fewer << 1) |
                            (next.places.at(edits - 1) << 1) | swapped;
  }
  for (auto& places : next.places) places &= (m_end << 1) - 1;
  return next;
}

std::optional<std::size_t> Spelling::edits_at_end(const Reached& reached) const {
  for (std::size_t edits = 0; edits <= m_edits; ++edits)
    if ((reached.places.at(edits) & m_end) != 0) return edits;
  return std::nullopt;
}

std::optional<std::size_t> edits_between(const Spelling& spelling, std::string_view other) {
  auto reached = spelling.start();
  for (const auto letter : other) {
    reached = spelling.after(reached, letter);
    if (reached.nowhere()) return std::nullopt;
  }
  return spelling.edits_at_end(reached);
}

}  // namespace gridvisit
