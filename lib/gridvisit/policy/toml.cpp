#include "gridvisit/policy/toml.hpp"

#include <algorithm>

namespace gridvisit {
namespace {

struct TomlSlip {};

bool slips(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text));
  } catch (const TomlSlip&) {
    return true;
  } catch (const toml::parse_error&) {  // cut off within a value
  }
  return false;
}

/// Of a text that slips: the first line that makes it so.
std::int64_t line_of_slip(std::string_view text) {
  std::int64_t line = 0;
  std::size_t end = 0;
  do {
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
    ++line;
  } while (end < text.size() && !slips(text.substr(0, end)));
  return line;
}

void refuse_deep_tables(std::string_view text) {
  constexpr int k_most_dots = 100;
  std::int64_t line = 1;
  int dots = 0;
  for (const char c : text) {
    if (c == '\n') ++line, dots = 0;
    if (c == '.' && ++dots > k_most_dots)
      throw TomlMistake{line, to_argument(translatable("too many dots on one line"))};
  }
}

}  // namespace

void throw_toml_slip() {
  throw TomlSlip{};
}

toml::table parsed_toml(std::string_view text) {
  refuse_deep_tables(text);
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& problem) {
    throw TomlMistake{static_cast<std::int64_t>(problem.source().begin.line),
                      to_argument(problem.description())};
  } catch (const TomlSlip&) {
    throw TomlMistake{line_of_slip(text),
                      to_argument(translatable("a sign stands where none may stand"))};
  }
}

}  // namespace gridvisit
