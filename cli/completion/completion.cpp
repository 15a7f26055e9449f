#include "completion/completion.hpp"

#include <ostream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"

#include "completion/candidates.hpp"
#include "completion/scripts.hpp"
#include "context.hpp"
#include "parser.hpp"

namespace gridvisit::cli {
namespace {

int run_completion(const Arguments& arguments, Context& context) {
  const auto shell = arguments.value("shell").value_or("");
  const auto script = completion_script(shell);
  if (script.empty())
    throw Error{ErrorKind::usage, message("There is no completion for {0}.", shell),
                did_you_mean(shell, std::vector<std::string>{"bash", "zsh", "fish"},
                             message("There is one for bash, zsh and fish."))};
  context.terminal.out << script;
  return 0;
}

/// The line that is typed may name another database or worker.
void take_settings(std::span<const std::string> words, Context& context) {
  const auto given = global_arguments(words);
  if (const auto database = given.value("db")) context.settings.database = *database;
  if (const auto worker = given.value("as")) context.settings.worker = *worker;
}

int run_complete(const Arguments& arguments, Context& context) {
  auto words = arguments.values("words");
  if (words.empty()) words.emplace_back();
  if (!context.own_only()) take_settings(words, context);
  const auto candidates = candidates_at(place_of(words), context);
  auto& out = context.terminal.out;
  if (candidates.files) out << ":files\n";
  for (const auto& [value, says] : candidates.list)
    out << with_visible_controls(value) << '\t' << with_visible_controls(trim(says)) << '\n';
  return 0;
}

}  // namespace

Command completion() {
  return {
      .path = "completion",
      .audience = Audience::administrator,
      .summary = translatable("let the shell complete commands, options and codes"),
      .details = {translatable("Prints a script for bash, zsh or fish. Households are completed by "
                               "code, address, name or initials, in the grids of who types, and "
                               "shown masked.")},
      .arguments = {{"shell", translatable("bash|zsh|fish"), translatable("the shell")}},
      .examples = {{"gridvisit completion bash", translatable("look at it")},
                   {"source <(gridvisit completion bash)", translatable("in ~/.bashrc")},
                   {"gridvisit completion zsh > ~/.zfunc/_gridvisit",
                    translatable("with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc")},
                   {"gridvisit completion fish > ~/.config/fish/completions/gridvisit.fish",
                    translatable("fish finds it there")}},
      .run = run_completion,
  };
}

Command complete() {
  return {
      .path = "__complete",
      .summary = translatable("what may stand at the cursor"),
      .arguments = {{.key = "words",
                     .shown = translatable("TEXT"),
                     .help = translatable("the line so far; its last word is at the cursor"),
                     .required = false,
                     .takes_rest = true}},
      .run = run_complete,
  };
}

}  // namespace gridvisit::cli
