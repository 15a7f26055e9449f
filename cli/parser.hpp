#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace gridvisit::cli {

/// The options that every command takes.
std::span<const Option> global_options();

/// What a command line asks for.
struct CommandLine {
  const CommandEntry* command = nullptr;  ///< nothing: no command was named
  std::string noun;                       ///< `area` where only a part of a command was named
  bool help = false;
  std::string help_topic;  ///< `options`, `commands`, `manual`: of `gridvisit help`
  bool version = false;
  std::vector<std::string> words;  ///< everything but the command's own name
};

/// Finds the command. Options may stand anywhere; nothing is guessed: Error(usage) names the
/// nearest command to an unknown word.
CommandLine read_command_line(std::span<const std::string> arguments);

/// The options and words of one command, still as text. Error(usage) for an unknown option (the
/// nearest is named), a missing value, and a missing or surplus word.
Arguments parse(const Command& command, std::span<const std::string> words);

/// Only the global options, whatever else there is: for settings that even an error needs.
Arguments global_arguments(std::span<const std::string> words);

}  // namespace gridvisit::cli
