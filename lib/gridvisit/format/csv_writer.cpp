#include "gridvisit/format/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace gridvisit::format {
namespace {

constexpr std::size_t k_flush_at = 65536;

std::string_view without_leading_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 3> k_spaces{" ", "\u00a0", "\u3000"};
  for (;;) {
    const auto space = std::ranges::find_if(
        k_spaces, [&](std::string_view candidate) { return text.starts_with(candidate); });
    if (space == k_spaces.end()) return text;
    text.remove_prefix(space->size());
  }
}

void append_field(std::string& into, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) {
    into += text;
    return;
  }
  into += '"';
  for (const char c : text) {
    if (c == '"') into += '"';
    into += c;
  }
  into += '"';
}

}  // namespace

bool needs_guard(std::string_view text) {
  constexpr std::array<std::string_view, 12> k_beginnings{"=",  "+", "-",  "@",  "\t", "\r",
                                                          "\n", "'", "＝", "＋", "－", "＠"};
  const auto beginning = without_leading_spaces(text);
  return std::ranges::any_of(
      k_beginnings, [&](std::string_view candidate) { return beginning.starts_with(candidate); });
}

std::string guarded(std::string_view text) {
  return needs_guard(text) ? "'" + std::string{text} : std::string{text};
}

std::string_view without_guard(std::string_view text) {
  return text.starts_with('\'') && needs_guard(text.substr(1)) ? text.substr(1) : text;
}

CsvWriter::CsvWriter(ByteSink sink, CsvStyle style) : m_sink{std::move(sink)}, m_style{style} {
  if (m_style.byte_order_mark) m_pending = k_utf8_mark;
}

void CsvWriter::field(std::string_view text) {
  if (m_row_begun)
    m_pending += ',';
  else
    m_row_start = m_pending.size();
  m_row_begun = true;
  append_field(m_pending, text);
}

void CsvWriter::free_text(std::string_view text) {
  if (!m_style.raw && needs_guard(text))
    field(guarded(text));
  else
    field(text);
}

void CsvWriter::end_row() {
  // A line with nothing on it would be no row to those who read it.
  if (m_row_begun && m_pending.size() == m_row_start) m_pending += "\"\"";
  m_pending += m_style.crlf ? "\r\n" : "\n";
  m_row_begun = false;
  if (m_pending.size() >= k_flush_at) flush();
}

void CsvWriter::finish() {
  flush();
}

void CsvWriter::flush() {
  m_sink(m_style.encoding == Encoding::gb18030 ? to_gb18030(m_pending) : m_pending);
  m_pending.clear();
}

}  // namespace gridvisit::format
