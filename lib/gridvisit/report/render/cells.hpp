#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "gridvisit/format/json.hpp"
#include "gridvisit/format/printout.hpp"
#include "gridvisit/report/render/render.hpp"

/// What the renderers share. Not for other rooms.
namespace gridvisit::report {

/// How a cell reads for people; control characters are visible, newlines stay.
std::string text_for_people(const Cell& cell, const l10n::Catalog& catalog);
std::string text_for_people(const Message& message, const l10n::Catalog& catalog);

/// What the word of a cell says, for the eye as well.
format::Tone tone_of(const Cell& cell);

/// How a cell reads for machines: stable words, "" for what does not apply.
std::string text_for_machines(const Cell& cell);

/// The cells of a row as members of the object that is open, named by their columns.
void write_members(const Table& table, const std::vector<Cell>& row, format::JsonWriter& json);

const Table& machine_table(const Document& document);
/// The tables for people; none where the title already says that there is nothing.
std::vector<const Table*> people_tables(const Document& document);

void render_text(const Document& document, const Style& style, std::ostream& out);
void render_csv(const Document& document, std::ostream& out);
void render_json(const Document& document, std::ostream& out);
void render_ndjson(const Document& document, std::ostream& out);
/// As gridvisit-pdf takes it.
void render_printout(const Document& document, const l10n::Catalog& catalog, std::ostream& out);
void render_xlsx(const Document& document, const l10n::Catalog& catalog, std::ostream& out);
void render_markdown(const Document& document, const l10n::Catalog& catalog, std::ostream& out);
void render_html(const Document& document, const l10n::Catalog& catalog, std::ostream& out);

}  // namespace gridvisit::report
