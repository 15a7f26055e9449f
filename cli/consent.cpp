#include "consent.hpp"

#include <istream>
#include <ostream>
#include <string>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

bool can_ask(const Context& context) {
  const auto& terminal = context.terminal;
  return terminal.in_is_terminal && terminal.out_is_terminal && terminal.err_is_terminal &&
         !context.settings.no_input;
}

}  // namespace

bool is_agreed(const Message& what, Context& context) {
  if (context.settings.yes) return true;
  if (!can_ask(context))
    throw Error{ErrorKind::usage, what, message("Nothing was changed. Add --yes.")};
  auto& terminal = context.terminal;
  terminal.out.flush();
  terminal.err << context.catalog.text(what) << '\n'
               << context.catalog.text(message("Type yes to go on: ")) << std::flush;
  std::string answer;
  std::getline(terminal.in, answer);
  const auto said = fold(trim(answer));
  if (said == "yes" || said == "是") return true;
  context.tell(message("Nothing was changed."));
  return false;
}

}  // namespace gridvisit::cli
