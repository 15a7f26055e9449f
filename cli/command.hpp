#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/base/message.hpp"

/// A command described as data: the parser, the help page, completion and the manual all read it.
/// Only parser.cpp knows the library that does the parsing.
namespace gridvisit::cli {

struct Context;

enum class Audience { worker, coordinator, automation, administrator };

struct Option {
  std::string_view name;  ///< long name without dashes
  char letter = '\0';     ///< short name, or none
  TextId value;           ///< what stands for the value in the help; empty: a flag
  TextId help;
};

/// A word on the command line that is not an option.
struct Argument {
  std::string_view key;
  TextId shown;  ///< HOUSEHOLD, FILE, …
  TextId help;
  bool required = true;
  bool takes_rest = false;  ///< the last one: all remaining words
};

struct Example {
  std::string_view line;
  TextId says;
};

/// What was typed, still as text: commands turn it into values of the domain and say what is
/// wrong with it.
class Arguments {
 public:
  void add(std::string_view key, std::string value);

  bool has(std::string_view key) const;
  /// The last one given, or nothing.
  std::optional<std::string> value(std::string_view key) const;
  std::vector<std::string> values(std::string_view key) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> m_values;
};

struct Command {
  std::string_view path;  ///< "add", "area add"
  Audience audience = Audience::worker;
  TextId summary;                 ///< one line, for lists of commands
  std::vector<TextId> details{};  ///< paragraphs of its help page
  std::vector<Argument> arguments{};
  std::vector<Option> options{};
  std::vector<Example> examples{};
  /// Gives the exit code: 0, or what the answer itself means: 1 for "no", 7 for records that are
  /// not as they were written. Everything else is an Error.
  int (*run)(const Arguments&, Context&) = nullptr;
};

/// One line of the list of all commands. `describe` is called only for the command that runs, and
/// for the pages of help that list commands.
struct CommandEntry {
  std::string_view path;
  Command (*describe)() = nullptr;
  std::array<std::string_view, 2> aliases{};  ///< `log`, 走访; empty ones are none
};

std::vector<std::string_view> aliases_of(const CommandEntry& entry);

/// Every command, in the order of the help (commands.cpp).
std::span<const CommandEntry> all_commands();

/// What the program's own scripts call: in no help.
std::span<const CommandEntry> inner_commands();

}  // namespace gridvisit::cli
