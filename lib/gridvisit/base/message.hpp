#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace gridvisit {

/// A sentence in English that the l10n room can say in another language. `context` tells apart
/// English words that other languages do not share (a household met, a quota met).
struct TextId {
  std::string_view context;
  std::string_view text;

  friend bool operator==(const TextId&, const TextId&) = default;
};

/// Marks a text for the catalogue (xgettext looks for this name).
constexpr TextId translatable(std::string_view text) {
  return {{}, text};
}
constexpr TextId translatable_in(std::string_view context, std::string_view text) {
  return {context, text};
}

/// A translatable sentence and what fills its places {0}, {1}, …: kept apart so that the sentence
/// can be put into the reader's language where it is shown, not where it arises.
struct Message {
  struct Argument {
    std::string text;
    std::string context;
    bool translated = false;               ///< `text` is itself a text to be put into the language
    std::vector<Argument> arguments = {};  ///< that fill the places of a translated one
  };

  std::string context;
  std::string text;
  std::vector<Argument> arguments;

  bool empty() const { return text.empty(); }
};

inline Message::Argument to_argument(const TextId& id) {
  return {std::string{id.text}, std::string{id.context}, true};
}
/// A sentence within another.
inline Message::Argument to_argument(const Message& message) {
  return {message.text, message.context, true, message.arguments};
}
template <class Value>
requires(!std::same_as<std::remove_cvref_t<Value>, TextId>) Message::Argument
    to_argument(const Value& value) {
  return {fmt::format("{}", value), {}, false};
}

inline Message::Argument to_argument(const Message::Argument& argument) {
  return argument;
}

/// Builds a message from a literal (xgettext looks for this name) and its values.
template <class... Values>
Message message(std::string_view text, const Values&... values) {
  return {{}, std::string{text}, {to_argument(values)...}};
}
inline Message message(const TextId& id) {
  return {std::string{id.context}, std::string{id.text}, {}};
}

/// The message in English.
std::string in_english(const Message& message);

/// Fills the places of `pattern`; `fill` says how an argument reads.
std::string fill_places(std::string_view pattern, const std::vector<std::string>& values);

}  // namespace gridvisit
