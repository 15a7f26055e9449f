#include "gridvisit/base/name_pattern.hpp"

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

/// What was typed, without its separators.
struct Letters {
  std::string text;
  Spelling::Places breaks = 0;
};

/// Whether a separator stands at the beginning; takes it off.
bool take_separator(std::string_view& rest) {
  for (const std::string_view separator : {" ", "'", "’", "　"})
    if (rest.starts_with(separator)) {
      rest.remove_prefix(separator.size());
      return true;
    }
  return false;
}

std::optional<Letters> letters_of(std::string_view typed) {
  constexpr std::string_view k_u_with_dots = "ü";
  Letters letters;
  const auto folded = fold(typed);
  for (std::string_view rest = folded; !rest.empty();) {
    if (letters.text.size() == Spelling::k_longest) return std::nullopt;
    if (take_separator(rest)) {
      letters.breaks |= Spelling::Places{1} << letters.text.size();
      continue;
    }
    const bool dotted = rest.starts_with(k_u_with_dots);
    const char letter = dotted ? 'v' : rest.front();
    if (letter < 'a' || letter > 'z') return std::nullopt;
    letters.text += letter;
    rest.remove_prefix(dotted ? k_u_with_dots.size() : 1);
  }
  if (letters.text.empty()) return std::nullopt;
  return letters;
}

/// Whether the first `count` letters of the form can stand for it: z, or zh of zhang.
bool abbreviates(std::string_view form, std::size_t count) {
  return count == 1 || (count == 2 && form[1] == 'h');
}

}  // namespace

NamePattern::NamePattern(std::string_view letters, Spelling::Places breaks, std::size_t edits)
    : m_spelling{letters, edits}, m_breaks{breaks} {
  m_spelling.accept('v', 'u');  // 吕 is typed lv or lu
}

std::optional<NamePattern> NamePattern::of(std::string_view typed) {
  const auto letters = letters_of(typed);
  if (!letters) return std::nullopt;
  return NamePattern{letters->text, letters->breaks, 0};
}

std::optional<NamePattern> NamePattern::near(std::string_view typed) {
  const auto letters = letters_of(typed);
  if (!letters) return std::nullopt;
  const auto edits = edits_tolerated(letters->text.size());
  if (edits == 0) return std::nullopt;
  return NamePattern{letters->text, 0, edits};
}

void NamePattern::read_form(std::string_view form, Spelling::Reached reached, bool abbreviated,
                            Step& step) const {
  const bool exact = m_spelling.edits_allowed() == 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (at > 0) reached.places[0] &= ~m_breaks;
    reached = m_spelling.after(reached, form[at]);
    if (reached.nowhere()) return;
    if (exact && m_spelling.edits_at_end(reached)) step.typed_to_end = true;
    if (abbreviated && abbreviates(form, at + 1)) step.ends |= reached;
  }
  step.ends |= reached;
}

NamePattern::Step NamePattern::read(const SpelledCharacter& character,
                                    const Spelling::Reached& from, bool first) const {
  const bool abbreviated = m_spelling.edits_allowed() == 0 || !first;
  Step step;
  for (std::size_t form = 0; form < character.count; ++form)
    read_form(character.forms.at(form), from, abbreviated, step);
  return step;
}

NameFit NamePattern::fit(std::string_view name, Where where) const {
  using Extent = NameFit::Extent;
  const bool anywhere = where == Where::from_any_character;
  NameFit fit;
  bool first = true;
  auto reached = m_spelling.start();
  for (std::size_t at = 0; at < name.size();) {
    const auto character = spelled_at(name, at);
    at += character.size;
    if (character.count == 0) continue;
    if (anywhere) reached |= m_spelling.start();
    const auto step = read(character, reached, first);
    const auto edits = m_spelling.edits_at_end(step.ends);
    const bool whole = edits && at == name.size() && !anywhere;
    const bool better = fit.extent == Extent::none || (edits && *edits < fit.edits);
    if ((edits || step.typed_to_end) && better)
      fit = {anywhere ? Extent::part : Extent::beginning, edits.value_or(0), 0};
    if (whole && *edits == fit.edits) fit.extent = Extent::whole;
    reached = step.ends;
    first = false;
    if (!reached.nowhere() || anywhere) continue;
    if (fit.extent == Extent::none && !character.depends_on_next) fit.hopeless = at;
    break;
  }
  return fit;
}

}  // namespace gridvisit
