#include "consent.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

#include "ask.hpp"
#include "sentence.hpp"

namespace gridvisit::cli {

bool is_agreed(const Message& what, Context& context) {
  if (context.settings.yes) return true;
  if (!can_ask(context))
    throw Error{ErrorKind::usage, what, message("Nothing was changed. Add --yes.")};
  auto& terminal = context.terminal;
  terminal.out.flush();
  print_sentence(terminal.err, context.catalog.text(what), terminal.err_columns());
  const auto said = fold(answer_to(message("Type yes to go on: "), context).value_or(""));
  if (said == "yes" || said == "是") return true;
  context.tell(message("Nothing was changed."));
  return false;
}

}  // namespace gridvisit::cli
