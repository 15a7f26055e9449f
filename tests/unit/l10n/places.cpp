// The places {0}, {1}, … of each sentence in the sources, against the values that are given for
// them: a place without a value would only be found when the sentence is told.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream{file, std::ios::binary}.rdbuf();
  return text.str();
}

/// Takes a string literal off `rest`, and gives what stands between the quotation marks.
std::string_view take_literal(std::string_view& rest) {
  const auto quote = rest.front();
  std::size_t end = 1;
  while (end < rest.size() && rest[end] != quote) end += rest[end] == '\\' ? 2 : 1;
  const auto inside = rest.substr(1, end - 1);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return inside;
}

struct Call {
  std::string sentence;
  bool is_literal = true;
  std::size_t values = 0;
};

/// What stands in the parentheses of a call; `rest` begins behind the opening one.
Call read_call(std::string_view rest) {
  Call call;
  bool in_sentence = true;
  for (int depth = 1; depth > 0 && !rest.empty();) {
    const char c = rest.front();
    if (c == '"' || c == '\'') {
      const auto inside = take_literal(rest);
      if (in_sentence) call.sentence += inside;
      continue;
    }
    if (c == '(' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '}' || c == ']') --depth;
    if (c == ',' && depth == 1) {
      in_sentence = false;
      ++call.values;
    } else if (in_sentence && depth > 0 && c != ' ' && c != '\n') {
      call.is_literal = false;
    }
    rest.remove_prefix(1);
  }
  return call;
}

/// The numbers of the places in a sentence.
std::set<std::string> places_in(std::string_view sentence) {
  std::set<std::string> places;
  for (std::size_t at = 0; (at = sentence.find('{', at)) != sentence.npos; ++at)
    places.emplace(sentence.substr(at + 1, sentence.find('}', at) - at - 1));
  return places;
}

std::set<std::string> first_numbers(std::size_t count) {
  std::set<std::string> numbers;
  for (std::size_t number = 0; number < count; ++number) numbers.insert(std::to_string(number));
  return numbers;
}

/// Checks the calls of `message` in one source; how many there were.
std::size_t check_source(const std::string& source) {
  constexpr std::string_view k_name = "message(";
  std::size_t calls = 0;
  for (std::size_t at = 0; (at = source.find(k_name, at)) != source.npos; at += k_name.size()) {
    const char before = at == 0 ? ' ' : source[at - 1];
    if (std::isalnum(static_cast<unsigned char>(before)) != 0 || before == '_' || before == '.' ||
        before == '>')
      continue;
    const auto call = read_call(std::string_view{source}.substr(at + k_name.size()));
    if (!call.is_literal || call.sentence.empty()) continue;
    CAPTURE(call.sentence);
    CHECK(places_in(call.sentence) == first_numbers(call.values));
    ++calls;
  }
  return calls;
}

}  // namespace

TEST_CASE("every sentence has a value for each of its places and no value too many") {
  std::size_t calls = 0;
  for (const auto* room : {"lib", "cli"})
    for (const auto& entry : fs::recursive_directory_iterator{fs::path{GRIDVISIT_SOURCE} / room})
      if (entry.path().extension() == ".cpp") {
        CAPTURE(entry.path().string());
        calls += check_source(text_of(entry.path()));
      }
  CHECK(calls > 500);
}

TEST_CASE("calls are read through strings and brackets") {
  const auto call = read_call(R"call(
      "a {0} \"b\" "
      "c {1}",
      f(1, {2, 3}), ",)"); rest)call");
  CHECK(call.is_literal);
  CHECK(call.values == 2);
  CHECK(places_in(call.sentence) == first_numbers(2));
  CHECK_FALSE(read_call("error.message())").is_literal);
}
