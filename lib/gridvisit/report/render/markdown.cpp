#include <ostream>

#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

/// Nothing in data may become markup: a sign of Markdown or HTML stands for itself.
std::string escaped(std::string_view text) {
  static constexpr std::string_view k_signs = "\\|`*_[]<>&~";
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "<br>";
      continue;
    }
    if (k_signs.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string head_of(const Column& column, const l10n::Catalog& catalog) {
  const auto group = text_for_people(column.group, catalog);
  const auto label = escaped(catalog.text(column.label));
  return group.empty() ? label : escaped(group) + "<br>" + label;
}

void write_row(const std::vector<Cell>& row, const l10n::Catalog& catalog, std::ostream& out) {
  out << '|';
  for (const auto& cell : row) out << ' ' << escaped(text_for_people(cell, catalog)) << " |";
  out << '\n';
}

void write_table(const Table& table, const l10n::Catalog& catalog, std::ostream& out) {
  if (!table.title.text.empty()) out << "## " << escaped(catalog.text(table.title)) << "\n\n";
  out << '|';
  for (const auto& column : table.columns) out << ' ' << head_of(column, catalog) << " |";
  out << "\n|";
  for (const auto& column : table.columns)
    out << (column.align == Align::right ? " ---: |" : " --- |");
  out << '\n';
  for (const auto& row : table.rows) write_row(row, catalog, out);
  if (!table.total.empty()) write_row(table.total, catalog, out);
}

}  // namespace

void render_markdown(const Document& document, const l10n::Catalog& catalog, std::ostream& out) {
  std::string_view before;
  const auto begin = [&] {
    out << before;
    before = "\n";
  };
  if (!document.title.empty()) {
    begin();
    out << "# " << escaped(text_for_people(document.title, catalog)) << '\n';
  }
  if (!document.facts.empty()) begin();
  for (const auto& fact : document.facts) {
    const auto line = message("{0}: {1}", fact.label, text_for_people(fact.value, catalog));
    out << "- " << escaped(text_for_people(line, catalog)) << '\n';
  }
  for (const auto* table : people_tables(document)) {
    begin();
    write_table(*table, catalog, out);
  }
  for (const auto& note : document.notes) {
    begin();
    out << escaped(text_for_people(note, catalog)) << '\n';
  }
}

}  // namespace gridvisit::report
