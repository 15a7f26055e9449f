#pragma once

#include <string>

#include "command.hpp"

namespace gridvisit::cli {

struct Context;

enum class Repeat { no, yes };

/// --passphrase-file FILE, for commands that take one.
Option passphrase_option();

/// A passphrase, never from the command line: the first line of --passphrase-file, else what is
/// typed unseen on a terminal (twice if it is a new one), else the first line of the input.
/// Error(refused) if it is too short to protect anything.
std::string passphrase_given(const Arguments& arguments, Context& context, Repeat repeat);

}  // namespace gridvisit::cli
