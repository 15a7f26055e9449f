#include <algorithm>

#include <fmt/format.h>

#include "gridvisit/report/render/html.hpp"

namespace gridvisit::report {
namespace {

std::string_view class_of(const Column& column, const Cell& cell) {
  if (const auto* word = std::get_if<Word>(&cell)) {
    const auto colored = report::class_of(word->key);
    return colored.empty() ? "word" : colored;
  }
  return column.align == Align::right ? "n" : std::string_view{};
}

void write_cell(std::string_view element, std::string_view text, std::string_view classes,
                const Page& page) {
  if (classes.empty())
    page.markup.element(element, text);
  else
    page.markup.element(element, text, {{"class", classes}});
}

/// The first cell says whom the row is about.
void write_row(const Table& table, const std::vector<Cell>& row, const Page& page) {
  for (std::size_t at = 0; at < row.size(); ++at) {
    const auto& column = table.columns[at];
    if (at == 0 && column.align == Align::right)
      page.markup.element("th", page.text(row[at]), {{"scope", "row"}, {"class", "n"}});
    else if (at == 0)
      page.markup.element("th", page.text(row[at]), {{"scope", "row"}});
    else
      write_cell("td", page.text(row[at]), class_of(column, row[at]), page);
  }
}

void write_rows(const Table& table, const Page& page) {
  auto& markup = page.markup;
  markup.open("tbody").break_line();
  for (const auto& row : table.rows) {
    markup.open("tr");
    write_row(table, row, page);
    markup.close().break_line();
  }
  if (table.rows.empty())
    markup.open("tr")
        .element("td", page.text(translatable("(none)")),
                 {{"class", "nothing"}, {"colspan", fmt::format("{}", table.columns.size())}})
        .close()
        .break_line();
  if (!table.total.empty()) {
    markup.open("tr", {{"class", "total"}});
    write_row(table, table.total, page);
    markup.close().break_line();
  }
  markup.close().break_line();
}

/// One head over all neighbours of a group; a blank one over columns without a group.
void write_groups(const Table& table, const Page& page) {
  page.markup.open("tr");
  for (std::size_t at = 0; at < table.columns.size();) {
    const auto group = page.text(table.columns[at].group);
    auto end = at + 1;
    while (end < table.columns.size() && page.text(table.columns[end].group) == group) ++end;
    const auto span = fmt::format("{}", end - at);
    if (group.empty())
      page.markup.element("td", "", {{"colspan", span}});
    else if (end - at == 1 && table.columns[at].align == Align::right)
      page.markup.element("th", group, {{"scope", "colgroup"}, {"class", "n"}});
    else
      page.markup.element("th", group, {{"scope", "colgroup"}, {"colspan", span}});
    at = end;
  }
  page.markup.close().break_line();
}

void write_heads(const Table& table, const Page& page) {
  auto& markup = page.markup;
  const bool is_grouped = std::ranges::any_of(
      table.columns, [](const Column& column) { return !column.group.empty(); });
  markup.open("thead").break_line();
  if (is_grouped) write_groups(table, page);
  markup.open("tr");
  for (const auto& column : table.columns) {
    const auto label = page.text(column.label);
    if (label.empty())
      markup.element("td", "");
    else if (column.align == Align::right)
      markup.element("th", label, {{"scope", "col"}, {"class", "n"}});
    else
      markup.element("th", label, {{"scope", "col"}});
  }
  markup.close().break_line();
  markup.close().break_line();
}

}  // namespace

void write_table(const Table& table, const Page& page) {
  auto& markup = page.markup;
  markup.open("div", {{"class", "sheet"}}).open("table", {{"class", table.key}}).break_line();
  if (table.title.text.empty())
    markup.element("caption", page.title, {{"class", "unseen"}}).break_line();
  else
    markup.element("caption", page.text(table.title)).break_line();
  write_heads(table, page);
  write_rows(table, page);
  markup.close().close().break_line();
}

}  // namespace gridvisit::report
