#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"

/// Puts documents on paper, screen or wire. A renderer decides how a cell looks, never what it
/// says.
namespace gridvisit::report {

/// `pdf` is written as the printout of which gridvisit-pdf makes the file.
enum class Format { table, csv, json, ndjson, markdown, html, xlsx, pdf };

/// The names above; nothing for anything else.
std::optional<Format> parse_format(std::string_view text);
/// What the ending of a file's name (".csv") says; nothing for one that says nothing.
std::optional<Format> format_of_ending(std::string_view ending);
/// A page is looked at away from the program: it carries the whole sheet, with figures.
bool is_page(Format format);
/// Bytes that a terminal can't show.
bool is_binary(Format format);
/// For people: every name, every ending, in the order of the formats.
std::vector<std::string> format_names();
std::vector<std::string> format_endings();

struct Style {
  l10n::Catalog catalog{l10n::Language::en};
  std::size_t width = 0;  ///< columns of the terminal; 0: no limit, as in a pipe
  bool color = false;     ///< also bold; only ever beside a word or sign that says the same
};

/// Writes the document. CSV, JSON and NDJSON are UTF-8 with LF, never translated and never cut.
/// The caller checks the stream.
void render(const Document& document, Format format, const Style& style, std::ostream& out);

}  // namespace gridvisit::report
