#include "parser.hpp"

#include <algorithm>
#include <iterator>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

/// An option as the library knows it, beside what it is called here.
struct Bound {
  std::string_view name;
  bool is_flag;
  CLI::Option* option;
};

/// `--name,-n`, or nothing but the letter's part if another option has the name.
std::string specification(const Option& option) {
  std::string names = fmt::format("--{}", option.name);
  if (option.letter != '\0') names += fmt::format(",-{}", option.letter);
  return names;
}

Bound bind_options(CLI::App& app, const Option& option) {
  const auto names = specification(option);
  if (option.value.text.empty())
    return {option.name, true, app.add_flag(names)->disable_flag_override()};
  auto* bound = app.add_option(names)->expected(1);
  bound->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return {option.name, false, bound};
}

/// The options of a command and the global ones; a command's own option goes first.
std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  for (auto option : global_options()) {
    const auto taken = [&](auto&& same) { return std::ranges::any_of(command.options, same); };
    if (taken([&](const Option& own) { return own.name == option.name; })) continue;
    if (taken([&](const Option& own) { return own.letter == option.letter; })) option.letter = '\0';
    options.push_back(option);
  }
  return options;
}

Message how_it_is_used(const Command& command) {
  return message("`gridvisit {0} --help` shows how it is used.", command.path);
}

[[noreturn]] void throw_unknown_option(const Command& command, const std::vector<Option>& options,
                                       const std::string& word) {
  std::vector<std::string> known;
  for (const auto& option : options) known.push_back(fmt::format("--{}", option.name));
  const auto close = nearest(word.substr(0, word.find('=')), known, 1);
  throw Error{ErrorKind::usage, message("`gridvisit {0}` has no option {1}.", command.path, word),
              close.empty() ? message("If it is a word and no option, write `--` before it.")
                            : message("Did you mean {0}?", close.front())};
}

/// Which option a complaint of the library is about: it says its name first.
[[noreturn]] void throw_misused(const Command& command, const CLI::ParseError& complaint) {
  const std::string said = complaint.what();
  const auto name = said.substr(0, said.find_first_of(" :,"));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&complaint) != nullptr &&
      complaint.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch))
    throw Error{ErrorKind::usage, message("The option {0} lacks its value, or takes none.", name),
                how_it_is_used(command)};
  throw Error{ErrorKind::usage, message("The options can't be understood: {0}", said),
              how_it_is_used(command)};
}

/// `--name=value` as two words: the library would take the word behind an empty value.
std::vector<std::string> with_values_apart(std::span<const std::string> words,
                                           const std::vector<Option>& options) {
  std::vector<std::string> apart;
  for (const auto& word : words) {
    const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const bool takes_value = std::ranges::any_of(options, [&](const Option& option) {
      return equals != std::string::npos && !option.value.text.empty() &&
             option.name == std::string_view{word}.substr(2, equals - 2);
    });
    apart.push_back(takes_value ? word.substr(0, equals) : word);
    if (takes_value) apart.push_back(word.substr(equals + 1));
  }
  return apart;
}

/// Whether it begins as an option does: `-5度` and a dash before Chinese are words of a note.
bool looks_like_option(std::string_view word) {
  if (word.starts_with("--")) return true;
  if (word.size() < 2 || word[0] != '-') return false;
  return (word[1] >= 'a' && word[1] <= 'z') || (word[1] >= 'A' && word[1] <= 'Z');
}

/// Takes the options out of `words` and gives what is left.
std::vector<std::string> take_options(const Command& command, std::span<const std::string> given,
                                      Arguments& arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const auto options = all_options(command);
  std::vector<Bound> bound;
  for (const auto& option : options) bound.push_back(bind_options(app, option));
  auto words = with_values_apart(given, options);
  std::ranges::reverse(words);
  try {
    app.parse(words);
  } catch (const CLI::ParseError& complaint) {
    throw_misused(command, complaint);
  }
  for (const auto& [name, is_flag, option] : bound) {
    if (is_flag && option->count() > 0) arguments.add(name, "");
    if (is_flag) continue;
    for (const auto& value : option->results()) arguments.add(name, value);
  }
  auto rest = app.remaining();
  for (const auto& word : rest)
    if (looks_like_option(word)) throw_unknown_option(command, options, word);
  return rest;
}

void take_words(const Command& command, std::span<const std::string> words, Arguments& arguments) {
  for (const auto& argument : command.arguments) {
    if (words.empty() && argument.required)
      throw Error{ErrorKind::usage, message("{0} is missing.", argument.shown),
                  how_it_is_used(command)};
    const auto count = argument.takes_rest ? words.size() : std::min<std::size_t>(1, words.size());
    for (const auto& word : words.first(count)) arguments.add(argument.key, word);
    words = words.subspan(count);
  }
  if (!words.empty())
    throw Error{ErrorKind::usage, message("`{0}` is one word too many.", words.front()),
                how_it_is_used(command)};
}

}  // namespace

Arguments parse(const Command& command, std::span<const std::string> words) {
  Arguments arguments;
  const auto end = std::ranges::find(words, "--");
  auto plain = take_options(command, {words.begin(), end}, arguments);
  if (end != words.end()) plain.insert(plain.end(), std::next(end), words.end());
  take_words(command, plain, arguments);
  return arguments;
}

Arguments global_arguments(std::span<const std::string> words) {
  Arguments arguments;
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    for (const auto& option : global_options()) {
      const auto name = fmt::format("--{}", option.name);
      if (option.value.text.empty()) continue;
      if (words[at] == name && at + 1 < words.size()) arguments.add(option.name, words[at + 1]);
      if (words[at].starts_with(name + "="))
        arguments.add(option.name, words[at].substr(name.size() + 1));
    }
  }
  return arguments;
}

}  // namespace gridvisit::cli
