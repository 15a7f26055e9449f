#pragma once

#include <initializer_list>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace gridvisit::format {

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// Writes HTML that is well-formed XML as well. Every text and value is escaped, so that data
/// never becomes markup; a character that XML can't hold is written as U+FFFD. Text is valid UTF-8.
class MarkupWriter {
 public:
  explicit MarkupWriter(std::ostream& out) : m_out{out} {}

  /// `element` is a literal: it lives until it is closed.
  MarkupWriter& open(std::string_view element, std::initializer_list<Attribute> attributes = {});
  /// An element without content.
  MarkupWriter& empty(std::string_view element, std::initializer_list<Attribute> attributes = {});
  /// Closes the element that was opened last.
  MarkupWriter& close();
  MarkupWriter& text(std::string_view text);
  /// An element with nothing but text in it.
  MarkupWriter& element(std::string_view element, std::string_view content,
                        std::initializer_list<Attribute> attributes = {});
  /// A style sheet of ours, which is no data and holds none of the signs of markup.
  MarkupWriter& style(std::string_view sheet);
  MarkupWriter& break_line();

 private:
  void begin(std::string_view element, std::initializer_list<Attribute> attributes);
  void escape(std::string_view text);

  std::ostream& m_out;
  std::vector<std::string_view> m_open;
};

}  // namespace gridvisit::format
