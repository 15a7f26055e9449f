#include "gridvisit/report/render/render.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {

namespace {

/// A format; another of its endings has a line of its own without a name.
struct KnownFormat {
  std::string_view name;
  std::string_view ending;
  Format format;
  bool is_page = false;
  bool is_binary = false;
};

constexpr auto k_formats = std::to_array<KnownFormat>({
    {"table", ".txt", Format::table},
    {"csv", ".csv", Format::csv},
    {"json", ".json", Format::json},
    {"ndjson", ".ndjson", Format::ndjson},
    {"markdown", ".md", Format::markdown},
    {"", ".markdown", Format::markdown},
    {"html", ".html", Format::html, true},
    {"", ".htm", Format::html, true},
    {"xlsx", ".xlsx", Format::xlsx, true, true},
    {"pdf", ".pdf", Format::pdf, true, true},
});

/// The format whose field is `text`.
std::optional<Format> found(std::string_view KnownFormat::*field, std::string_view text) {
  const auto at = std::ranges::find(k_formats, text, field);
  if (text.empty() || at == k_formats.end()) return std::nullopt;
  return at->format;
}

std::vector<std::string> listed(std::string_view KnownFormat::*field) {
  std::vector<std::string> words;
  for (const auto& known : k_formats)
    if (!known.name.empty()) words.emplace_back(known.*field);
  return words;
}

}  // namespace

std::optional<Format> parse_format(std::string_view text) {
  return found(&KnownFormat::name, text);
}

std::optional<Format> format_of_ending(std::string_view ending) {
  return found(&KnownFormat::ending, ending);
}

bool is_page(Format format) {
  return std::ranges::find(k_formats, format, &KnownFormat::format)->is_page;
}

bool is_binary(Format format) {
  return std::ranges::find(k_formats, format, &KnownFormat::format)->is_binary;
}

std::vector<std::string> format_names() {
  return listed(&KnownFormat::name);
}

std::vector<std::string> format_endings() {
  return listed(&KnownFormat::ending);
}

void render(const Document& document, Format format, const Style& style, std::ostream& out) {
  switch (format) {
    case Format::table:
      return render_text(document, style, out);
    case Format::csv:
      return render_csv(document, out);
    case Format::json:
      return render_json(document, out);
    case Format::ndjson:
      return render_ndjson(document, out);
    case Format::markdown:
      return render_markdown(document, style.catalog, out);
    case Format::html:
      return render_html(document, style.catalog, out);
    case Format::pdf:
      return render_printout(document, style.catalog, out);
    case Format::xlsx:
      return render_xlsx(document, style.catalog, out);
  }
}

}  // namespace gridvisit::report
