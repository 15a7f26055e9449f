// Each byte says what is written next; texts and names reach to the next newline.
#include "gridvisit/format/json.hpp"

#include <nlohmann/json.hpp>

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

using nlohmann::ordered_json;

std::int64_t take_number(std::string_view& input) {
  std::uint64_t number = 0;
  for (int byte = 0; byte < 8; ++byte) number = number << 8 | take_byte(input);
  return static_cast<std::int64_t>(number);
}

/// Writes a value, and gives it as another library builds it.
ordered_json write_value(format::JsonWriter& writer, std::string_view& input, int depth) {
  constexpr int k_deepest = 40, k_most_members = 20;
  const int kind = input.empty() ? 0 : take_byte(input) % 6;
  if (kind == 1) {
    const bool value = take_byte(input) % 2 == 1;
    writer.boolean(value);
    return value;
  }
  if (kind == 2) {
    const auto value = take_number(input);
    writer.number(value);
    return value;
  }
  if (kind == 3 || (kind >= 4 && depth == k_deepest)) {
    auto value = as_text(take_line(input));
    writer.string(value);
    return value;
  }
  if (kind == 4) {
    auto values = ordered_json::array();
    writer.begin_array();
    for (int count = take_byte(input) % k_most_members; count > 0; --count)
      values.push_back(write_value(writer, input, depth + 1));
    writer.end_array();
    return values;
  }
  if (kind == 5) {
    auto members = ordered_json::object();
    writer.begin_object();
    for (int count = take_byte(input) % k_most_members; count > 0; --count) {
      const auto name = as_text(take_line(input)) + std::to_string(count);
      writer.key(name);
      members[name] = write_value(writer, input, depth + 1);
    }
    writer.end_object();
    return members;
  }
  writer.null();
  return nullptr;
}

}  // namespace

void json(std::string_view input) {
  for (const auto layout : {format::JsonLayout::compact, format::JsonLayout::indented}) {
    format::JsonWriter writer{layout};
    auto rest = input;
    const auto value = write_value(writer, rest, 0);
    expect(ordered_json::accept(writer.text()), "what is written is JSON");
    expect(ordered_json::parse(writer.text()) == value, "what is written is read the same");
    if (layout == format::JsonLayout::compact)
      expect(writer.text().find('\n') == std::string::npos, "compact JSON is one line");
  }
}

}  // namespace gridvisit::fuzz
