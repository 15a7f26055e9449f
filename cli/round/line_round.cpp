#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/text.hpp"

#include "round/round.hpp"
#include "round/session.hpp"

namespace gridvisit::cli {
namespace {

using Kind = Key::Kind;

/// A line as long as any note may be, so that one without end is refused where it is saved.
constexpr std::size_t k_longest_line = std::size_t{64} * 1024;

/// One line without its end, or nothing at the end of the input.
std::optional<std::string> next_line(std::istream& in) {
  std::string line;
  for (char byte = '\0'; in.get(byte) && byte != '\n';)
    if (line.size() < k_longest_line) line += byte;
  if (line.empty() && !in) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

bool is_outcome(const std::string& key) {
  const auto folded = fold(key);
  for (const auto& [letter, outcome] : k_outcome_keys)
    if (folded == std::string_view{&letter, 1}) return true;
  return false;
}

void type_note(Walk& walk, std::string_view note) {
  walk.press({Kind::clear_line});
  walk.press({Kind::text, std::string{note}, true});
  walk.press({Kind::enter});
}

/// `m` is a key, `m blood pressure` an outcome with its note. While a note is asked for the line is
/// the note.
Wish wish_of(Walk& walk, std::string_view line) {
  if (walk.phase() == Walk::Phase::noting) {
    type_note(walk, line);
    return {};
  }
  const auto typed = trim(line);
  if (typed.empty()) return walk.press({Kind::enter});
  const auto end = typed.find(' ');
  const std::string key{typed.substr(0, end)};
  const auto rest = end == typed.npos ? std::string_view{} : trim(typed.substr(end));
  if (rest.empty()) return walk.press({Kind::text, key});
  if (!is_outcome(key) || walk.phase() != Walk::Phase::visiting || walk.stop() == nullptr)
    return Unknown{};
  walk.press({Kind::text, "n"});
  type_note(walk, rest);
  return walk.press({Kind::text, key});
}

void print_card(RoundSession& session) {
  constexpr std::size_t k_any_number = 1000;
  auto& terminal = session.context().terminal;
  const auto columns = terminal.out_is_terminal ? terminal.width : k_any_number;
  const Frame frame{session.context().catalog, columns, k_any_number, false};
  terminal.out << '\n';
  for (const auto& line : card(session.walk(), session.text(), frame))
    terminal.out << line.text << '\n';
  terminal.out.flush();
}

Error no_key(std::string_view line) {
  return {ErrorKind::usage, message("`{0}` is no key of a round.", truncate_to(line, 40)),
          message("The keys are m a r v (with a note behind it, if wanted), 1 to 6, n s b "
                  "u q and ?, one a line.")};
}

/// A key that is none: nothing was saved, and whoever reads can do it right.
void refuse(std::string_view line, RoundSession& session) {
  auto& context = session.context();
  if (!context.terminal.in_is_terminal) throw no_key(line);
  const auto error = no_key(line);
  context.warn(error.message());
  context.tell(error.hint());
}

bool fulfil(const Wish& wish, RoundSession& session) {
  try {
    return session.fulfil(wish);
  } catch (const Error& error) {
    if (!session.context().terminal.in_is_terminal) throw;
    tell_and_go_on(error, session.context());
    return true;
  }
}

}  // namespace

void walk_by_lines(RoundSession& session) {
  for (bool goes_on = true; goes_on;) {
    print_card(session);
    const auto line = next_line(session.context().terminal.in);
    if (!line) return;
    const auto wish = wish_of(session.walk(), *line);
    if (std::holds_alternative<Unknown>(wish)) refuse(*line, session);
    goes_on = fulfil(wish, session);
  }
}

}  // namespace gridvisit::cli
