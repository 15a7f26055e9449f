#include "gridvisit/report/render/html.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>

namespace gridvisit::report {
namespace {

using format::MarkupWriter;

/// No request to anywhere, no script, no frame: a page is only what is in it.
constexpr std::string_view k_content_security =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// `text` within the quotes of a style sheet: whatever is no plain ASCII letter or digit is
/// written as its code.
std::string in_style_quotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint32_t code = bytes == 1 ? lead : lead & (0x7fU >> bytes);
    for (std::size_t next = 1; next < bytes && at + next < text.size(); ++next)
      code = (code << 6U) | (static_cast<unsigned char>(text[at + next]) & 0x3fU);
    const bool is_plain =
        (code >= '0' && code <= '9') || ((code | 0x20U) >= 'a' && (code | 0x20U) <= 'z');
    result += is_plain && bytes == 1 ? std::string{text[at]} : fmt::format("\\{:06x}", code);
    at += bytes;
  }
  return result;
}

std::string title_of(const Document& document, const Page& page) {
  if (!document.title.empty()) return page.text(document.title);
  const auto tables = people_tables(document);
  if (!tables.empty() && !tables.front()->title.text.empty())
    return std::string{page.text(tables.front()->title)};
  return std::string{document.key};
}

/// What the page rests on, once more in one line at its foot.
std::string foot_of(const Document& document, const Page& page) {
  std::string line;
  for (const auto& fact : document.basis.empty() ? document.facts : document.basis) {
    if (!line.empty()) line += " · ";
    line += fmt::format("{} {}", page.text(fact.label), page.text(fact.value));
  }
  return line;
}

/// The same at the foot of each printed page; the title where there is nothing to say.
std::string printed_foot(const Document& document, const Page& page) {
  auto line = foot_of(document, page);
  if (line.empty()) line = page.title;
  return fmt::format("@page {{ @bottom-left {{ content: \"{}\"; }} }}\n", in_style_quotes(line));
}

void write_head(const Document& document, const Page& page) {
  auto& markup = page.markup;
  markup.open("head").break_line();
  markup.empty("meta", {{"charset", "utf-8"}}).break_line();
  markup.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", k_content_security}})
      .break_line();
  markup.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .break_line();
  markup.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).break_line();
  markup.element("title", page.title).break_line();
  markup.style(page_style()).break_line();
  markup.style(printed_foot(document, page)).break_line();
  markup.close().break_line();
}

void write_facts(const Document& document, const Page& page) {
  auto& markup = page.markup;
  markup.open("header").break_line();
  markup.element("h1", page.title).break_line();
  const auto& facts = document.facts.empty() ? document.basis : document.facts;
  if (!facts.empty()) {
    markup.open("dl").break_line();
    for (const auto& fact : facts)
      markup.open("div")
          .element("dt", page.text(fact.label))
          .element("dd", page.text(fact.value))
          .close()
          .break_line();
    markup.close().break_line();
  }
  markup.close().break_line();
}

void write_figure(const Figure& figure, const Page& page) {
  auto& markup = page.markup;
  markup.open("figure", {{"class", figure.key}}).break_line();
  markup.element("figcaption", page.text(figure.title)).break_line();
  markup.element("p", page.text(figure.description), {{"class", "about"}}).break_line();
  std::visit([&](const auto& drawing) { write_chart(drawing, figure, page); }, figure.drawing);
  markup.close().break_line();
}

void write_body(const Document& document, const Page& page) {
  auto& markup = page.markup;
  markup.open("main").break_line();
  if (!document.figures.empty()) {
    markup.open("div", {{"class", "figures"}}).break_line();
    for (const auto& figure : document.figures) write_figure(figure, page);
    markup.close().break_line();
  }
  for (const auto* table : people_tables(document)) write_table(*table, page);
  if (!document.notes.empty()) {
    markup.open("div", {{"class", "notes"}}).break_line();
    for (const auto& note : document.notes) markup.element("p", page.text(note)).break_line();
    markup.close().break_line();
  }
  markup.close().break_line();
}

}  // namespace

std::string_view class_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_classes{{
      {"met", "is-met"},
      {"on_pace", "is-met"},
      {"due", "is-due"},
      {"behind", "is-missed"},
      {"missed", "is-missed"},
  }};
  const auto at = std::ranges::find(k_classes, word, [](const auto& known) { return known.first; });
  return at == k_classes.end() ? std::string_view{} : at->second;
}

void write_picture_title(const Figure& figure, const Page& page) {
  page.markup.element("title", page.text(figure.title))
      .element("desc", page.text(figure.description));
}

void render_html(const Document& document, const l10n::Catalog& catalog, std::ostream& out) {
  MarkupWriter markup{out};
  Page page{markup, catalog};
  page.title = title_of(document, page);
  out << "<!DOCTYPE html>\n";
  markup.open("html", {{"lang", catalog.language() == l10n::Language::zh ? "zh-CN" : "en"}})
      .break_line();
  write_head(document, page);
  markup.open("body").break_line();
  write_facts(document, page);
  write_body(document, page);
  if (const auto foot = foot_of(document, page); !foot.empty())
    markup.element("footer", foot).break_line();
  markup.close().break_line();
  markup.close().break_line();
}

}  // namespace gridvisit::report
