#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>

#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"

/// Puts documents on paper, screen or wire. A renderer decides how a cell looks, never what it
/// says.
namespace gridvisit::report {

enum class Format { table, csv, json, ndjson, markdown };

/// The names above; nothing for anything else.
std::optional<Format> parse_format(std::string_view text);

struct Style {
  l10n::Catalog catalog{l10n::Language::en};
  std::size_t width = 0;  ///< columns of the terminal; 0: no limit, as in a pipe
  bool color = false;     ///< also bold; only ever beside a word or sign that says the same
};

/// Writes the document. CSV, JSON and NDJSON are UTF-8 with LF, never translated and never cut.
/// The caller checks the stream.
void render(const Document& document, Format format, const Style& style, std::ostream& out);

}  // namespace gridvisit::report
