#include "gridvisit/format/xlsx/shared_strings.hpp"

#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/xlsx/rich_text.hpp"
#include "gridvisit/format/xlsx/xml_stream.hpp"

namespace gridvisit::format::xlsx {
namespace {

void check_size(std::size_t bytes) {
  if (bytes <= SharedStrings::k_most_bytes) return;
  constexpr int k_mega = 20;
  throw Error{
      ErrorKind::refused,
      message("The workbook holds more than {0} MB of text.",
              SharedStrings::k_most_bytes >> k_mega),
      message("Save the sheet as \"CSV UTF-8\" in the spreadsheet program, and import that; "
              "it may be of any size.")};
}

}  // namespace

SharedStrings::SharedStrings(ByteSource source, const std::string& part) {
  RichText rich{m_text};
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes&) { rich.start(name); };
  events.text = [&](std::string_view text) {
    rich.text(text);
    check_size(m_text.size());
  };
  events.end = [&](std::string_view name) {
    rich.end(name);
    if (name == "si") keep_text();
  };
  XmlStream{std::move(source), part, std::move(events)}.read();
}

void SharedStrings::keep_text() {
  decode_escapes(m_text, m_ends.empty() ? 0 : m_ends.back());
  m_ends.push_back(m_text.size());
  check_size(m_text.size() + m_ends.size() * sizeof(std::size_t));
}

std::string_view SharedStrings::operator[](std::size_t index) const {
  const auto begin = index == 0 ? 0 : m_ends[index - 1];
  return std::string_view{m_text}.substr(begin, m_ends[index] - begin);
}

}  // namespace gridvisit::format::xlsx
