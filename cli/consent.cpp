#include "consent.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::array<std::string_view, 4> k_yes{"y", "yes", "是", "好"};

}  // namespace

void require_consent(const Message& what, Context& context) {
  if (context.settings.yes) return;
  const auto& terminal = context.terminal;
  if (!terminal.in_is_terminal || !terminal.err_is_terminal || context.settings.no_input)
    throw Error{ErrorKind::usage, message("This can't be undone, and nobody can be asked."),
                message("Nothing was changed. Add --yes if it is meant.")};
  terminal.err << context.catalog.text(what) << '\n'
               << context.catalog.text(message("This can't be undone. Go on? (yes/no) "))
               << std::flush;
  std::string answer;
  std::getline(terminal.in, answer);
  if (std::ranges::find(k_yes, trim(answer)) == k_yes.end())
    throw Error{ErrorKind::refused, message("Nothing was changed.")};
}

}  // namespace gridvisit::cli
