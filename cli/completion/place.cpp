#include "completion/place.hpp"

#include <algorithm>
#include <vector>

#include "gridvisit/base/error.hpp"

#include "parser.hpp"

namespace gridvisit::cli {
namespace {

using Wants = Place::Wants;

std::vector<Option> options_of(const std::optional<Command>& command) {
  std::vector<Option> options(global_options().begin(), global_options().end());
  if (command) options.insert(options.end(), command->options.begin(), command->options.end());
  return options;
}

/// The option that the word is: `--on`, `-m`, or `--on` of `--on=2026`.
const Option* option_in(std::string_view word, std::span<const Option> options) {
  const bool is_long = word.starts_with("--");
  const auto name = is_long ? word.substr(2, word.find('=') - 2) : word.substr(0, 2);
  const auto at = std::ranges::find_if(options, [&](const Option& option) {
    return is_long ? option.name == name
                   : name.size() == 2 && name.front() == '-' && option.letter == name.back();
  });
  return at == options.end() ? nullptr : &*at;
}

/// The option whose value the next word is.
const Option* awaiting(std::string_view word, std::span<const Option> options) {
  const auto* option = option_in(word, options);
  const bool is_bare = word.starts_with("--") ? word.find('=') == word.npos : word.size() == 2;
  return option != nullptr && is_bare && !option->value.text.empty() ? option : nullptr;
}

/// How many of the words are neither options nor their values.
std::size_t plain_count(std::span<const std::string> words, std::span<const Option> options) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& word = words[at];
    if (word == "--") return count + words.size() - at - 1;
    if (word.size() < 2 || word.front() != '-')
      ++count;
    else if (awaiting(word, options) != nullptr)
      ++at;
  }
  return count;
}

void want_value(Place& place, std::string_view key, const TextId& shown) {
  place.wants = Wants::value;
  place.key = key;
  place.shown = shown.text;
}

void want_word(Place& place, std::span<const std::string> words, std::span<const Option> options) {
  const auto& arguments = place.command->arguments;
  const auto index = plain_count(words, options);
  if (index < arguments.size()) want_value(place, arguments[index].key, arguments[index].shown);
}

/// `--lang=z`: the value is what stands behind the sign.
void want_joined_value(Place& place, const Option& option) {
  const auto sign = place.typed.find('=');
  want_value(place, option.name, option.value);
  place.prefix = place.typed.substr(0, sign + 1);
  place.typed.erase(0, sign + 1);
}

}  // namespace

Place place_of(std::span<const std::string> words) {
  Place place;
  if (words.empty()) return place;
  place.typed = words.back();
  const auto before = words.first(words.size() - 1);
  CommandLine line;
  try {
    line = read_command_line(before);
  } catch (const Error&) {
    return place;
  }
  if (line.command != nullptr) place.command = line.command->describe();
  place.noun = line.noun;
  const auto options = options_of(place.command);
  const bool only_words = std::ranges::find(before, "--") != before.end();
  if (!only_words && !before.empty())
    if (const auto* option = awaiting(before.back(), options)) {
      want_value(place, option->name, option->value);
      return place;
    }
  if (!only_words && place.typed.starts_with('-')) {
    const auto* option = option_in(place.typed, options);
    if (option != nullptr && place.typed.find('=') != place.typed.npos)
      want_joined_value(place, *option);
    else
      place.wants = Wants::option;
  } else if (place.command) {
    want_word(place, line.words, options);
  } else {
    place.wants = Wants::name;
  }
  return place;
}

}  // namespace gridvisit::cli
