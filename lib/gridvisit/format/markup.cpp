#include "gridvisit/format/markup.hpp"

#include <ostream>

namespace gridvisit::format {
namespace {

constexpr std::string_view k_replacement = "\xef\xbf\xbd";  // U+FFFD

/// What stands for the character that `text` begins with, and how many bytes that one takes; no
/// bytes for a character that stands for itself.
struct Escape {
  std::string_view written;
  std::size_t bytes = 0;
};

Escape escape_at(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte > '>' && byte != 0x7f && byte != 0xef) return {};
  switch (byte) {
    case '&':
      return {"&amp;", 1};
    case '<':
      return {"&lt;", 1};
    case '>':
      return {"&gt;", 1};
    case '"':
      return {"&quot;", 1};
    case '\'':
      return {"&#39;", 1};
    default:
      break;
  }
  if (text.starts_with("\xef\xbf\xbe") || text.starts_with("\xef\xbf\xbf"))
    return {k_replacement, 3};
  const bool is_control = byte < ' ' && byte != '\n' && byte != '\t';
  return is_control || byte == 0x7f ? Escape{k_replacement, 1} : Escape{};
}

}  // namespace

MarkupWriter& MarkupWriter::open(std::string_view element,
                                 std::initializer_list<Attribute> attributes) {
  begin(element, attributes);
  m_out << '>';
  m_open.push_back(element);
  return *this;
}

MarkupWriter& MarkupWriter::empty(std::string_view element,
                                  std::initializer_list<Attribute> attributes) {
  begin(element, attributes);
  m_out << "/>";
  return *this;
}

MarkupWriter& MarkupWriter::close() {
  m_out << "</" << m_open.back() << '>';
  m_open.pop_back();
  return *this;
}

MarkupWriter& MarkupWriter::text(std::string_view text) {
  escape(text);
  return *this;
}

MarkupWriter& MarkupWriter::element(std::string_view element, std::string_view content,
                                    std::initializer_list<Attribute> attributes) {
  return open(element, attributes).text(content).close();
}

MarkupWriter& MarkupWriter::style(std::string_view sheet) {
  m_out << "<style>\n" << sheet << "</style>";
  return *this;
}

MarkupWriter& MarkupWriter::break_line() {
  m_out << '\n';
  return *this;
}

void MarkupWriter::begin(std::string_view element, std::initializer_list<Attribute> attributes) {
  m_out << '<' << element;
  for (const auto& [name, value] : attributes) {
    m_out << ' ' << name << "=\"";
    escape(value);
    m_out << '"';
  }
}

/// Writes the runs of characters that need no escape whole.
void MarkupWriter::escape(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [written, bytes] = escape_at(text.substr(at));
    if (bytes == 0) {
      ++at;
      continue;
    }
    m_out << text.substr(begin, at - begin) << written;
    at += bytes;
    begin = at;
  }
  m_out << text.substr(begin);
}

}  // namespace gridvisit::format
