#include "gridvisit/report/render/printout.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

using format::PrintedCell;
using format::PrintedChart;
using format::PrintedTable;
using format::Printout;

std::vector<PrintedCell> printed(const std::vector<Cell>& row, const l10n::Catalog& catalog) {
  std::vector<PrintedCell> cells;
  for (const auto& cell : row) cells.push_back({text_for_people(cell, catalog), tone_of(cell)});
  return cells;
}

/// The one row of a table without rows.
std::vector<PrintedCell> none(const Table& table, const l10n::Catalog& catalog) {
  std::vector<PrintedCell> cells(table.columns.size());
  cells.front().text = catalog.text(translatable("(none)"));
  return cells;
}

PrintedTable printed(const Table& table, const l10n::Catalog& catalog) {
  PrintedTable result{std::string{catalog.text(table.title)}, {}, {}, !table.total.empty()};
  for (const auto& column : table.columns)
    result.columns.push_back({std::string{catalog.text(column.label)},
                              text_for_people(column.group, catalog),
                              column.align == Align::right});
  for (const auto& row : table.rows) result.rows.push_back(printed(row, catalog));
  if (table.rows.empty() && !table.columns.empty()) result.rows.push_back(none(table, catalog));
  if (!table.total.empty()) result.rows.push_back(printed(table.total, catalog));
  return result;
}

/// What takes more room than a page is no picture any more; the tables say the same.
constexpr std::size_t k_most_bars = 60;

std::int64_t length_of(const Quantity& quantity) {
  return quantity ? std::max<std::int64_t>(quantity->value, 0) : 0;
}

std::int64_t longest_of(const BarChart& chart) {
  std::int64_t longest = 1;
  for (const auto& bar : chart.bars)
    longest = std::max({longest, length_of(bar.value), length_of(bar.goal)});
  return longest;
}

/// With the word that says what the colour of the bar says.
std::string said_of(const Bar& bar, const l10n::Catalog& catalog) {
  auto shown = text_for_people(bar.shown, catalog);
  if (bar.state.label.text.empty()) return shown;
  return fmt::format("{}  {}", shown, catalog.text(bar.state.label));
}

PrintedChart printed(const Figure& figure, const BarChart& chart, const l10n::Catalog& catalog) {
  const auto legend = chart.goal_label.text.empty()
                          ? message("Bar: {0}", chart.value_label)
                          : message("Bar: {0}. Mark: {1}", chart.value_label, chart.goal_label);
  PrintedChart result{text_for_people(figure.title, catalog), catalog.text(legend), {}};
  const auto longest = longest_of(chart);
  const auto scaled = [&](const Quantity& quantity) {
    return static_cast<std::size_t>(length_of(quantity) * 1000 / longest);
  };
  for (const auto& bar : chart.bars)
    result.bars.push_back({text_for_people(bar.name, catalog), said_of(bar, catalog),
                           scaled(bar.value), scaled(bar.goal), tone_of(bar.state)});
  return result;
}

/// `Period 2026-10 · Data version 12:…`
std::string in_one_line(const std::vector<Fact>& facts, const l10n::Catalog& catalog) {
  std::vector<std::string> parts;
  for (const auto& fact : facts)
    parts.push_back(
        fmt::format("{} {}", catalog.text(fact.label), text_for_people(fact.value, catalog)));
  return join(parts, " · ");
}

/// No file says when it was made, or equal documents would differ: it says the day that the
/// document is about.
std::string created(const Document& document) {
  for (const auto* key : {"reference_day", "today"}) {
    const auto fact = std::ranges::find(document.basis, key, &Fact::key);
    const auto* day = fact == document.basis.end() ? nullptr : std::get_if<Day>(&fact->value);
    if (day != nullptr) return to_string(*day) + "T00:00:00Z";
  }
  return "2000-01-01T00:00:00Z";
}

}  // namespace

Printout printout_of(const Document& document, const l10n::Catalog& catalog) {
  const bool is_chinese = catalog.language() == l10n::Language::zh;
  Printout printout;
  printout.language = is_chinese ? "zh-CN" : "en";
  printout.created = created(document);
  printout.title = text_for_people(document.title, catalog);
  printout.footer = in_one_line(document.basis, catalog);
  printout.page_number = catalog.text(translatable("page {0} of {1}"));
  for (const auto& fact : document.facts)
    printout.facts.push_back(
        {std::string{catalog.text(fact.label)}, text_for_people(fact.value, catalog)});
  for (const auto& figure : document.figures)
    if (const auto* chart = std::get_if<BarChart>(&figure.drawing))
      if (chart->bars.size() <= k_most_bars)
        printout.charts.push_back(printed(figure, *chart, catalog));
  for (const auto* table : people_tables(document))
    printout.tables.push_back(printed(*table, catalog));
  for (const auto& note : document.notes) printout.notes.push_back(text_for_people(note, catalog));
  return printout;
}

void render_printout(const Document& document, const l10n::Catalog& catalog, std::ostream& out) {
  out << format::packed(printout_of(document, catalog));
}

}  // namespace gridvisit::report
