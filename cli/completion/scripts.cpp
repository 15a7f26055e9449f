#include "completion/scripts.hpp"

#include <algorithm>
#include <array>

namespace gridvisit::cli {
namespace {

// bash parts words at `=`, and shows no descriptions of its own: they are shown where it lists
// (COMP_TYPE 63 is the second tab), and never inserted.
constexpr std::string_view k_bash =
    R"bash(# gridvisit: completion for bash.   source <(gridvisit completion bash)
_gridvisit() {
  local line word value says
  local -a words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == = ]] || words+=("$word")
  done
  word=${COMP_WORDS[COMP_CWORD]}
  [[ $word == = ]] && word=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default
      COMPREPLY=()
      return
    fi
    value=${line%%$'\t'*} says=${line#*$'\t'}
    if [[ $COMP_TYPE == 63 && -n $says ]]; then
      COMPREPLY+=("$value  ($says)")
    else
      COMPREPLY+=("$value")
    fi
  done < <(gridvisit __complete -- "${words[@]}" "$word" 2>/dev/null)
  if [[ $COMP_TYPE == 63 && ${#COMPREPLY[@]} -eq 1 ]]; then
    COMPREPLY=("${COMPREPLY[0]%%  (*}")
  fi
}
complete -F _gridvisit gridvisit
)bash";

constexpr std::string_view k_zsh = R"zsh(#compdef gridvisit
# gridvisit: completion for zsh.   gridvisit completion zsh > a folder of $fpath/_gridvisit
_gridvisit() {
  local line
  local -a values shown
  for line in ${(f)"$(gridvisit __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)"}; do
    if [[ $line == :files ]]; then
      _files
      return
    fi
    values+=("${line%%$'\t'*}")
    shown+=("${line%%$'\t'*}  ${line#*$'\t'}")
  done
  compadd -U -l -d shown -a values
}
if [[ $funcstack[1] == _gridvisit ]]; then
  _gridvisit "$@"
else
  compdef _gridvisit gridvisit
fi
)zsh";

constexpr std::string_view k_fish =
    R"fish(# gridvisit: completion for fish.   gridvisit completion fish | source
function __gridvisit_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found (gridvisit __complete -- $words[2..-1] 2>/dev/null)
    if contains -- :files $found
        __fish_complete_path (commandline -ct)
    else
        string join \n -- $found
    end
end
complete -c gridvisit -f -a '(__gridvisit_complete)'
)fish";

struct Script {
  std::string_view shell;
  std::string_view text;
};
constexpr auto k_scripts =
    std::to_array<Script>({{"bash", k_bash}, {"zsh", k_zsh}, {"fish", k_fish}});

}  // namespace

std::string_view completion_script(std::string_view shell) {
  const auto at = std::ranges::find(k_scripts, shell, &Script::shell);
  return at == k_scripts.end() ? std::string_view{} : at->text;
}

}  // namespace gridvisit::cli
