#include "gridvisit/base/message.hpp"

#include <fmt/args.h>

namespace gridvisit {

std::string fill_places(std::string_view pattern, const std::vector<std::string>& values) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const auto& value : values) store.push_back(value);
  return fmt::vformat(pattern, store);
}

std::string in_english(const Message& message) {
  std::vector<std::string> values;
  for (const auto& [text, context, translated, arguments] : message.arguments)
    values.push_back(translated ? in_english({context, text, arguments}) : text);
  return fill_places(message.text, values);
}

}  // namespace gridvisit
