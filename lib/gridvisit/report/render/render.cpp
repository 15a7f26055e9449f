#include "gridvisit/report/render/render.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {

std::optional<Format> parse_format(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Format>, 5> k_names{{
      {"table", Format::table},
      {"csv", Format::csv},
      {"json", Format::json},
      {"ndjson", Format::ndjson},
      {"markdown", Format::markdown},
  }};
  const auto found = std::ranges::find(k_names, text, [](const auto& name) { return name.first; });
  if (found == k_names.end()) return std::nullopt;
  return found->second;
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
  }
}

}  // namespace gridvisit::report
