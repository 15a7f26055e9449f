#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gridvisit::format {

enum class JsonLayout { compact, indented };

/// Writes one JSON value, members in the order they are given, so that equal data gives equal
/// bytes. Text is valid UTF-8 and stays as it is; only `"`, `\` and control characters are
/// escaped.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout = JsonLayout::compact) : m_layout{layout} {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  /// The name of the member whose value comes next.
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A value that is JSON already.
  JsonWriter& json(std::string_view value);

  const std::string& text() const { return m_text; }
  /// Ready for another value; the memory is kept.
  void clear();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void begin_value();
  void break_line();

  JsonLayout m_layout;
  std::string m_text;
  std::vector<bool> m_has_members;  // of each object or array that is open
  bool m_after_key = false;
};

/// `text` in quotes, escaped.
std::string json_string(std::string_view text);

}  // namespace gridvisit::format
