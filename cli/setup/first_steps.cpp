#include "setup/first_steps.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/code.hpp"

#include "ask.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

/// Asks until the answer is a code; nothing for no answer.
std::optional<std::string> code_asked(const Message& question, Context& context) {
  for (;;) {
    auto answer = answer_to(question, context);
    if (!answer || answer->empty()) return std::nullopt;
    const auto problem = code_problem(*answer);
    if (problem.empty()) return answer;
    context.warn(problem);
  }
}

/// One of the steps: a command, and what it is for.
struct Step {
  std::string_view command;
  TextId says;
};
constexpr std::array k_for_worker{
    Step{"gridvisit import households FILE.csv", translatable("the households of the grid")},
    Step{"gridvisit household add --help", translatable("or one by one")},
    Step{"gridvisit due", translatable("then: whom to visit next")}};
constexpr std::array k_for_register{
    Step{"gridvisit import areas FILE.csv", translatable("the areas down to the grids")},
    Step{"gridvisit import workers FILE.csv", translatable("the grid workers")},
    Step{"gridvisit import households FILE.csv",
         translatable("the households; columns: examples/data-dictionary.md")}};

}  // namespace

std::optional<usecase::FirstPost> post_given(const Arguments& arguments, const Context& context) {
  constexpr std::array<std::string_view, 3> k_needed{"worker", "name", "grid"};
  bool is_any_given = arguments.has("grid-name") || arguments.has("from");
  for (const auto name : k_needed) is_any_given |= arguments.has(name);
  if (!is_any_given) return std::nullopt;
  for (const auto name : k_needed)
    if (!arguments.has(name))
      throw Error{ErrorKind::usage, message("--{0} is missing.", name),
                  message("Say who begins with --worker, --name and --grid together.")};
  const auto from = arguments.value("from");
  return usecase::FirstPost{
      arguments.value("worker").value_or(""), arguments.value("name").value_or(""),
      arguments.value("grid").value_or(""), arguments.value("grid-name").value_or(""),
      from ? day_typed(*from, context.now.today) : context.now.today};
}

std::optional<usecase::FirstPost> post_asked(Context& context) {
  context.tell(message("Who are you, and which grid is yours? Enter leaves it for later."));
  usecase::FirstPost post;
  post.from = context.now.today;
  const auto worker = code_asked(message("Your worker code, as W01: "), context);
  if (!worker) return std::nullopt;
  const auto name = answer_to(message("Your name: "), context);
  if (!name || name->empty()) return std::nullopt;
  const auto grid = code_asked(message("The code of your grid, as G01: "), context);
  if (!grid) return std::nullopt;
  const auto grid_name = answer_to(message("The name of the grid: "), context);
  return usecase::FirstPost{*worker, *name, *grid, grid_name.value_or(""), context.now.today};
}

bool is_to_be_remembered(const usecase::FirstPost& post, Context& context) {
  const auto answer =
      answer_to(message("Shall {0} be who types from now on? yes or no: ", post.worker), context);
  const auto said = fold(answer.value_or(""));
  return said == "yes" || said == "y" || said == "是";
}

void tell_next_steps(bool has_worker, Context& context) {
  const auto& steps = has_worker ? k_for_worker : k_for_register;
  std::size_t widest = 0;
  for (const auto& step : steps) widest = std::max(widest, display_width(step.command));
  context.tell(message("What comes next:"));
  for (const auto& [command, says] : steps)
    context.tell(message("  {0}  {1}", pad_to(command, widest), says));
}

}  // namespace gridvisit::cli
