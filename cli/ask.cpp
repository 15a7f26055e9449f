#include "ask.hpp"

#include <istream>
#include <ostream>

#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {

bool can_ask(const Context& context) {
  const auto& terminal = context.terminal;
  return terminal.in_is_terminal && terminal.out_is_terminal && terminal.err_is_terminal &&
         !context.settings.no_input;
}

std::optional<std::string> answer_to(const Message& question, Context& context) {
  auto& terminal = context.terminal;
  terminal.out.flush();
  terminal.err << context.catalog.text(question) << std::flush;
  std::string answer;
  if (!std::getline(terminal.in, answer)) return std::nullopt;
  return std::string{trim(answer)};
}

}  // namespace gridvisit::cli
