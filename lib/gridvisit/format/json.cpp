#include "gridvisit/format/json.hpp"

#include <fmt/format.h>

namespace gridvisit::format {
namespace {

void append_escaped(std::string& into, char c) {
  switch (c) {
    case '"':
      into += "\\\"";
      return;
    case '\\':
      into += "\\\\";
      return;
    case '\n':
      into += "\\n";
      return;
    case '\r':
      into += "\\r";
      return;
    case '\t':
      into += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(into), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

bool must_escape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

void append_string(std::string& into, std::string_view text) {
  into += '"';
  for (const char c : text) {
    if (must_escape(c))
      append_escaped(into, c);
    else
      into += c;
  }
  into += '"';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string result;
  append_string(result, text);
  return result;
}

void JsonWriter::break_line() {
  if (m_layout == JsonLayout::compact) return;
  m_text += '\n';
  m_text.append(2 * m_has_members.size(), ' ');
}

void JsonWriter::begin_value() {
  if (m_after_key) {
    m_after_key = false;
    return;
  }
  if (m_has_members.empty()) return;
  if (m_has_members.back()) m_text += ',';
  m_has_members.back() = true;
  break_line();
}

JsonWriter& JsonWriter::open(char bracket) {
  begin_value();
  m_text += bracket;
  m_has_members.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const bool has_members = m_has_members.back();
  m_has_members.pop_back();
  if (has_members) break_line();
  m_text += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  append_string(m_text, name);
  m_text += m_layout == JsonLayout::compact ? ":" : ": ";
  m_after_key = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  begin_value();
  append_string(m_text, text);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  begin_value();
  m_text += fmt::format_int{value}.c_str();
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  return json(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return json("null");
}

JsonWriter& JsonWriter::json(std::string_view value) {
  begin_value();
  m_text += value;
  return *this;
}

void JsonWriter::clear() {
  m_text.clear();
  m_has_members.clear();
  m_after_key = false;
}

}  // namespace gridvisit::format
