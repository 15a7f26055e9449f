#include "round/walk.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/graphemes.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

using Kind = Key::Kind;

/// The letter or digit that a typed key stands for, whatever its width and case; nothing if it is
/// no such key.
char letter_of(const Key& key) {
  const auto folded = fold(key.text);
  return key.pasted || folded.size() != 1 ? '\0' : folded.front();
}

void remove_last_grapheme(std::string& text) {
  const auto parts = graphemes(text);
  if (!parts.empty()) text.resize(text.size() - parts.back().size());
}

}  // namespace

Walk::Walk(std::vector<Stop> stops, Mode usual)
    : m_stops{std::move(stops)}, m_at{m_stops.size()}, m_usual{usual}, m_mode{usual} {
  go_on();
}

Wish Walk::press(const Key& key) {
  if (key.kind == Kind::leave || key.kind == Kind::hang_up) return Leave{};
  if (key.kind == Kind::resize) return {};
  switch (m_phase) {
    case Phase::noting:
      return press_in_note(key);
    case Phase::confirming:
      m_phase = Phase::visiting;
      if (key.kind == Kind::text && letter_of(key) == 'u') return VoidLast{};
      return {};
    case Phase::reading_help:
      m_phase = Phase::visiting;
      return {};
    case Phase::visiting:
      break;
  }
  return press_in_visit(key);
}

Wish Walk::press_in_visit(const Key& key) {
  if (key.kind != Kind::text) return {};
  return press_letter(letter_of(key));
}

Wish Walk::press_letter(char letter) {
  const bool is_visit = stop() != nullptr;
  for (const auto& [mode_key, mode] : k_mode_keys)
    if (is_visit && letter == mode_key) return m_mode = mode, Wish{};
  for (const auto& [outcome_key, outcome] : k_outcome_keys)
    if (is_visit && letter == outcome_key) return SaveVisit{m_mode, outcome, m_note};
  if (is_visit && letter == 'n') {
    m_phase = Phase::noting;
    m_typed = m_note;
  } else if (is_visit && letter == 's') {
    skip();
  } else if (letter == 'b') {
    go_back();
  } else if (letter == 'u') {
    return FindLast{};
  } else if (letter == 'q') {
    return Leave{};
  } else if (letter == '?') {
    m_phase = Phase::reading_help;
  } else {
    return Unknown{};
  }
  return {};
}

Wish Walk::press_in_note(const Key& key) {
  switch (key.kind) {
    case Kind::text:
      m_typed += key.text;
      break;
    case Kind::backspace:
      remove_last_grapheme(m_typed);
      break;
    case Kind::clear_line:
      m_typed.clear();
      break;
    case Kind::enter:
      m_note = m_typed;
      m_phase = Phase::visiting;
      break;
    case Kind::escape:
      m_phase = Phase::visiting;
      break;
    default:
      break;
  }
  return {};
}

void Walk::saved(std::string visit) {
  m_stops[m_at].state = Stop::State::done;
  m_stops[m_at].visit = std::move(visit);
  go_on();
}

void Walk::ask(std::string visit) {
  m_asked = std::move(visit);
  m_phase = Phase::confirming;
}

void Walk::voided(std::string_view household) {
  const auto at = std::ranges::find(m_stops, household, &Stop::household);
  if (at == m_stops.end()) return;
  at->state = Stop::State::open;
  at->visit.clear();
  arrive(static_cast<std::size_t>(at - m_stops.begin()));
}

const Stop* Walk::stop() const {
  return m_at < m_stops.size() ? &m_stops[m_at] : nullptr;
}

std::size_t Walk::count(Stop::State state) const {
  return static_cast<std::size_t>(std::ranges::count(m_stops, state, &Stop::state));
}

/// Mode and note belong to one visit.
void Walk::arrive(std::size_t at) {
  m_at = at;
  m_mode = m_usual;
  m_note.clear();
}

/// To the next open household behind this one, then to those before it, then to what was skipped.
void Walk::go_on() {
  const auto size = m_stops.size();
  const auto first = m_at < size ? m_at + 1 : 0;
  for (const auto wanted : {Stop::State::open, Stop::State::skipped})
    for (std::size_t step = 0; step < size; ++step) {
      const auto at = (first + step) % size;
      if (m_stops[at].state == wanted) return arrive(at);
    }
  arrive(size);
}

void Walk::go_back() {
  if (m_at > 0) arrive(m_at - 1);
}

void Walk::skip() {
  if (m_stops[m_at].state == Stop::State::open) m_stops[m_at].state = Stop::State::skipped;
  go_on();
}

}  // namespace gridvisit::cli
