#pragma once

#include "command.hpp"

/// Completion of command lines in bash, zsh and fish: each shell's script asks the program what may
/// stand at the cursor.
namespace gridvisit::cli {

Command completion();
/// For the scripts: prints `VALUE<TAB>WHAT IT IS` a line, and `:files` where the shell knows
/// better.
Command complete();

}  // namespace gridvisit::cli
