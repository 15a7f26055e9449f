#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

#include "parser.hpp"

namespace gridvisit::cli {
namespace {

constexpr auto k_global_options = std::to_array<Option>({
    {"db", '\0', translatable("FILE"), translatable("the database")},
    {"as", '\0', translatable("WORKER"), translatable("who types: the code of the worker")},
    {"today", '\0', translatable("DAY"), translatable("take this day for today")},
    {"lang", '\0', translatable("zh|en"), translatable("language of the output")},
    {"color", '\0', translatable("auto|always|never"), translatable("colours on the screen")},
    {"format", '\0', translatable("table|csv|json|ndjson|markdown|html|xlsx|pdf"),
     translatable("how the answer is written")},
    {"pager", '\0', {}, translatable("show the answer page by page")},
    {"dry-run", 'n', {}, translatable("say what would be saved, and save nothing")},
    {"yes", '\0', {}, translatable("do not ask before what can't be taken back")},
    {"no-input", '\0', {}, translatable("never ask")},
    {"quiet", 'q', {}, translatable("no remarks, only answers and errors")},
    {"verbose", 'v', {}, translatable("say more")},
    {"help", 'h', {}, translatable("help on the program or on one command")},
    {"version", 'V', {}, translatable("the version of the program")},
});

bool is_option(std::string_view word) {
  return word.size() > 1 && word.front() == '-';
}

const Option* find_global(std::string_view word) {
  const bool is_long = word.starts_with("--");
  const auto name = word.substr(is_long ? 2 : 1, is_long ? word.find('=') - 2 : 1);
  const auto at = std::ranges::find_if(k_global_options, [&](const Option& option) {
    return is_long ? option.name == name : option.letter == name.front();
  });
  return at == k_global_options.end() ? nullptr : &*at;
}

const CommandEntry* find_entry(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const auto entries : {all_commands(), inner_commands()})
    for (const auto& entry : entries)
      if (entry.path == name || std::ranges::find(entry.aliases, name) != entry.aliases.end())
        return &entry;
  return nullptr;
}

bool is_noun(std::string_view word) {
  return std::ranges::any_of(all_commands(), [&](const CommandEntry& entry) {
    return entry.path.starts_with(word) && entry.path.substr(word.size()).starts_with(' ');
  });
}

bool value_follows(const Option& option, std::string_view word) {
  if (option.value.text.empty()) return false;
  return word.starts_with("--") ? word.find('=') == std::string_view::npos : word.size() == 2;
}

/// The words of a command line before `--` that are no options and no values of global options.
struct PlainWords {
  std::vector<std::size_t> at;
  bool foreign_option_first = false;  ///< what follows it may be its value
};

PlainWords plain_words(std::span<const std::string> arguments) {
  PlainWords plain;
  for (std::size_t at = 0; at < arguments.size() && arguments[at] != "--"; ++at) {
    const auto* option = is_option(arguments[at]) ? find_global(arguments[at]) : nullptr;
    if (!is_option(arguments[at]))
      plain.at.push_back(at);
    else if (option == nullptr)
      plain.foreign_option_first |= plain.at.empty();
    else if (value_follows(*option, arguments[at]))
      ++at;
  }
  return plain;
}

bool asks_for(std::span<const std::string> arguments, std::string_view name,
              std::string_view letter) {
  const auto end = std::ranges::find(arguments, "--");
  return std::any_of(arguments.begin(), end,
                     [&](const std::string& word) { return word == name || word == letter; });
}

/// The names that may stand where `noun` leads: its verbs, or all commands and aliases.
std::vector<std::string> names_after(std::string_view noun) {
  std::set<std::string> names;
  if (noun.empty()) names.emplace("help");
  for (const auto& entry : all_commands()) {
    if (!noun.empty()) {
      if (entry.path.starts_with(std::string{noun} + " "))
        names.emplace(entry.path.substr(noun.size() + 1));
      continue;
    }
    names.emplace(entry.path.substr(0, entry.path.find(' ')));
    for (const auto alias : aliases_of(entry)) names.emplace(alias);
  }
  if (noun.empty()) names.emplace("help");
  return {names.begin(), names.end()};
}

[[noreturn]] void throw_unknown(const std::string& word, const std::string& noun) {
  const auto known = names_after(noun);
  const auto close = nearest(word, known);
  const auto name = noun.empty() ? word : noun + " " + word;
  const auto prefix = noun.empty() ? std::string{} : noun + " ";
  const auto list = noun.empty() ? message("`gridvisit --help` lists the commands.")
                                 : message("`gridvisit {0} --help` lists the commands.", noun);
  throw Error{
      ErrorKind::usage, message("There is no command `{0}`.", name),
      close.empty() ? list : message("Did you mean `gridvisit {0}`?", prefix + close.front())};
}

/// Settles the command that begins with the plain word `first`, and drops its name's words.
void settle_command(CommandLine& line, const PlainWords& plain, std::size_t first) {
  std::string name = line.words[plain.at[first]];
  std::size_t count = 1;
  line.command = find_entry(name);
  while (line.command == nullptr && is_noun(name)) {
    line.noun = name;
    if (first + count == plain.at.size()) break;
    const auto& verb = line.words[plain.at[first + count++]];
    name += " " + verb;
    line.command = find_entry(name);
    if (line.command == nullptr && !is_noun(name)) throw_unknown(verb, line.noun);
  }
  while (count-- > 0)
    line.words.erase(line.words.begin() + static_cast<std::ptrdiff_t>(plain.at[first + count]));
}

bool begins_command(const std::string& word) {
  return find_entry(word) != nullptr || is_noun(word);
}

bool is_help_topic(std::string_view word) {
  return word == "options" || word == "commands" || word == "manual";
}

/// Which plain word begins the command; nothing if there is none at all.
std::optional<std::size_t> beginning_of_command(std::span<const std::string> words,
                                                const PlainWords& plain) {
  if (plain.at.empty()) return std::nullopt;
  if (!plain.foreign_option_first) return 0;
  for (std::size_t index = 0; index < plain.at.size(); ++index)
    if (begins_command(words[plain.at[index]])) return index;
  return 0;
}

}  // namespace

std::span<const Option> global_options() {
  return k_global_options;
}

CommandLine read_command_line(std::span<const std::string> arguments) {
  CommandLine line;
  line.words.assign(arguments.begin(), arguments.end());
  line.help = asks_for(arguments, "--help", "-h");
  line.version = asks_for(arguments, "--version", "-V");
  auto plain = plain_words(line.words);
  if (!plain.at.empty() && line.words[plain.at.front()] == "help") {
    line.help = true;
    line.words.erase(line.words.begin() + static_cast<std::ptrdiff_t>(plain.at.front()));
    plain = plain_words(line.words);
    if (!plain.at.empty() && is_help_topic(line.words[plain.at.front()])) {
      line.help_topic = line.words[plain.at.front()];
      return line;
    }
  }
  const auto first = beginning_of_command(line.words, plain);
  if (!first) return line;
  if (!begins_command(line.words[plain.at[*first]]))
    throw_unknown(line.words[plain.at[*first]], {});
  settle_command(line, plain, *first);
  return line;
}

}  // namespace gridvisit::cli
