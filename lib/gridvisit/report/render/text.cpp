#include <algorithm>
#include <ostream>

#include "gridvisit/base/display.hpp"
#include "gridvisit/report/render/cells.hpp"
#include "gridvisit/report/render/text_figure.hpp"
#include "gridvisit/report/render/text_table.hpp"

namespace gridvisit::report {
namespace {

std::vector<std::string> fitted(std::string_view text, std::size_t width) {
  constexpr std::size_t k_unlimited = 1'000'000;
  return wrap_to(text, width == 0 ? k_unlimited : width);
}

void write_facts(const std::vector<Fact>& facts, const Style& style, std::ostream& out) {
  std::size_t labels = 0;
  for (const auto& fact : facts)
    labels = std::max(labels, display_width(style.catalog.text(fact.label)));
  const auto indent = labels + 2;
  constexpr std::size_t k_narrowest_value = 20;
  const auto room =
      style.width == 0 ? 0 : std::max(style.width, indent + k_narrowest_value) - indent;
  for (const auto& fact : facts) {
    auto before = pad_to(style.catalog.text(fact.label), indent);
    for (const auto& line : fitted(text_for_people(fact.value, style.catalog), room)) {
      out << before << line << '\n';
      before.assign(indent, ' ');
    }
  }
}

/// Puts a blank line between two parts, and none before the first.
class Parts {
 public:
  explicit Parts(std::ostream& out) : m_out{out} {}
  std::ostream& next() {
    if (m_begun) m_out << '\n';
    m_begun = true;
    return m_out;
  }

 private:
  std::ostream& m_out;
  bool m_begun = false;
};

void write_table(const Table& table, const Style& style, std::ostream& out) {
  if (!table.title.text.empty())
    out << in_bold(std::string{style.catalog.text(table.title)}, style) << '\n';
  for (const auto& line : text_table(table, style)) out << line << '\n';
}

void write_figure(const Figure& figure, const Style& style, std::ostream& out) {
  if (!figure.title.empty())
    for (const auto& line : fitted(text_for_people(figure.title, style.catalog), style.width))
      out << in_bold(line, style) << '\n';
  for (const auto& line : text_figure(figure, style)) out << line << '\n';
}

/// A figure stands in the place of the table that has its key: it says as much.
bool is_drawn(const Table& table, const Document& document) {
  return std::ranges::any_of(document.figures, [&](const Figure& figure) {
    return figure.key == table.key && is_drawn_as_text(figure);
  });
}

}  // namespace

void render_text(const Document& document, const Style& style, std::ostream& out) {
  Parts parts{out};
  if (!document.title.empty()) {
    auto& stream = parts.next();
    for (const auto& line : fitted(text_for_people(document.title, style.catalog), style.width))
      stream << in_bold(line, style) << '\n';
  }
  if (!document.facts.empty()) write_facts(document.facts, style, parts.next());
  for (const auto& figure : document.figures)
    if (is_drawn_as_text(figure)) write_figure(figure, style, parts.next());
  for (const auto* table : people_tables(document))
    if (!is_drawn(*table, document)) write_table(*table, style, parts.next());
  if (document.notes.empty()) return;
  auto& stream = parts.next();
  for (const auto& note : document.notes)
    for (const auto& line : fitted(text_for_people(note, style.catalog), style.width))
      stream << line << '\n';
}

}  // namespace gridvisit::report
