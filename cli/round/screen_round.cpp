#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"

#include "round/raw_terminal.hpp"
#include "round/round.hpp"
#include "round/session.hpp"

namespace gridvisit::cli {
namespace {

/// The last lines of the terminal, drawn anew over themselves; what was said before stays above.
class Canvas {
 public:
  explicit Canvas(const Terminal& terminal) : m_terminal{terminal} {}

  void draw(std::vector<CardLine> lines) {
    auto& out = m_terminal.out;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      const auto& [text, stands_out] = lines[at];
      out << (at == 0 ? "" : "\n")
          << (stands_out && m_terminal.color ? "\x1b[1m" + text + "\x1b[0m" : text);
    }
    out.flush();
    m_lines = std::move(lines);
  }

  /// Makes room where the card was. Lines that became too wide for the terminal have been broken
  /// by it.
  void erase() {
    std::size_t height = 0;
    const auto columns = std::max<std::size_t>(m_terminal.width, 1);
    for (const auto& line : std::exchange(m_lines, {}))
      height += std::max<std::size_t>(1, (display_width(line.text) + columns - 1) / columns);
    auto& out = m_terminal.out;
    out << '\r';
    if (height > 1) out << fmt::format("\x1b[{}A", height - 1);
    out << "\x1b[J";
  }

  /// After a change of size nobody knows where the terminal has put the lines.
  void erase_all() {
    m_lines.clear();
    m_terminal.out << "\x1b[2J\x1b[H";
  }

 private:
  const Terminal& m_terminal;
  std::vector<CardLine> m_lines;
};

/// Whether the wish changes what is on record, or shows what is.
bool is_answered(const Wish& wish) {
  return std::holds_alternative<SaveVisit>(wish) || std::holds_alternative<VoidLast>(wish) ||
         std::holds_alternative<FindLast>(wish);
}

bool fulfil(const Wish& wish, RoundSession& session, RawTerminal& keys) {
  try {
    const bool goes_on = session.fulfil(wish);
    // What was typed before its answer could be read was not meant for the next household.
    if (is_answered(wish)) keys.forget_typed();
    return goes_on;
  } catch (const Error& error) {
    keys.forget_typed();
    tell_and_go_on(error, session.context());
    return true;
  }
}

}  // namespace

void walk_on_screen(RoundSession& session) {
  auto& terminal = session.context().terminal;
  RawTerminal keys;
  Canvas canvas{terminal};
  for (bool goes_on = true; goes_on;) {
    const auto [columns, rows] = terminal_size();
    terminal.width = terminal.err_width = columns;
    canvas.draw(card(session.walk(), session.text(), {session.context().catalog, columns, rows}));
    const auto key = keys.next_key();
    const auto wish = session.walk().press(key);
    terminal.width = terminal_size().columns;
    if (key.kind == Key::Kind::resize)
      canvas.erase_all();
    else
      canvas.erase();
    terminal.out.flush();
    goes_on = fulfil(wish, session, keys);
  }
}

}  // namespace gridvisit::cli
