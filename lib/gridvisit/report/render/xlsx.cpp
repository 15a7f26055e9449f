#include "gridvisit/report/render/xlsx.hpp"

#include <algorithm>
#include <ostream>
#include <variant>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

using format::CellLook;
using format::SheetValue;
using Kind = format::CellLook::Kind;

constexpr double k_label_width = 16;
constexpr double k_value_width = 76;

/// The title, and in a line of its own what the document rests on: period, policy, data version.
std::string footer_of(const Document& document, const l10n::Catalog& catalog) {
  std::vector<std::string> parts;
  for (const auto& fact : document.basis)
    parts.push_back(text_for_people(message(fact.label), catalog) + " " +
                    text_for_people(fact.value, catalog));
  return text_for_people(document.title, catalog) + "\n" + join(parts, " · ");
}

/// The day that the document is about, so that the same data gives the same bytes.
std::chrono::sys_seconds made_at(const Document& document) {
  constexpr Day k_any{std::chrono::year{2000} / 1 / 1};
  for (const std::string_view key : {"reference_day", "today"}) {
    const auto fact = std::ranges::find(document.basis, key, &Fact::key);
    const auto* day = fact == document.basis.end() ? nullptr : std::get_if<Day>(&fact->value);
    if (day != nullptr) return *day;
  }
  return k_any;
}

/// Writes one cell as what it is: numbers as numbers, days as days, all else as text.
class CellWriter {
 public:
  CellWriter(const XlsxPage& page, CellLook look) : m_page{page}, m_look{look} {}

  void operator()(std::monostate) const { m_page.writer.write(std::monostate{}, m_look); }
  void operator()(std::int64_t number) const { m_page.writer.write(number, m_look); }
  void operator()(Day day) const { m_page.writer.write(day, m_look); }
  void operator()(Tenths tenths) const {
    m_page.writer.write(format::Decimal{tenths.value}, m_look);
  }
  template <class Text>
  void operator()(const Text& text) const {
    auto look = m_look;
    const auto shown = text_for_people(Cell{text}, m_page.catalog);
    look.wraps = look.wraps || shown.find('\n') != shown.npos;
    m_page.writer.write(std::string_view{shown}, look);
  }

 private:
  const XlsxPage& m_page;
  CellLook m_look;
};

/// A table as a sheet. What machines read keeps its stable names and words.
class TableSheet {
 public:
  enum class For { people, machines };

  TableSheet(const Table& table, For whom, const XlsxPage& page)
      : m_table{table}, m_whom{whom}, m_page{page} {}

  void write(std::string_view name) const {
    m_page.writer.begin_sheet({name, widths(), m_page.footer});
    write_head();
    const auto first = m_page.writer.row();
    for (const auto& row : m_table.rows) write_row(row, Kind::body);
    m_page.writer.end_table();
    if (!m_table.rows.empty()) draw_bars(first, m_page.writer.row() - 1);
    if (!m_table.total.empty()) write_row(m_table.total, Kind::total);
  }

 private:
  std::string head_of(const Column& column) const {
    const auto label = text_for_people(message(column.label), m_page.catalog);
    return m_whom == For::machines || label.empty() ? std::string{column.key} : label;
  }

  std::string group_of(std::size_t column) const {
    return text_for_people(m_table.columns[column].group, m_page.catalog);
  }

  bool has_groups() const {
    return m_whom == For::people && std::ranges::any_of(m_table.columns, [](const Column& column) {
             return !column.group.empty();
           });
  }

  std::vector<double> widths() const {
    ColumnWidths widths;
    for (std::size_t at = 0; at < m_table.columns.size(); ++at)
      widths.see(at, head_of(m_table.columns[at]));
    for (const auto& row : m_table.rows)
      for (std::size_t at = 0; at < row.size(); ++at)
        widths.see(at, text_for_people(row[at], m_page.catalog));
    return widths.widths();
  }

  void write_head() const {
    auto& writer = m_page.writer;
    if (has_groups()) write_groups();
    for (const auto& column : m_table.columns)
      writer.write(std::string_view{head_of(column)}, {.kind = Kind::head, .wraps = true});
    writer.end_row();
    writer.end_header(0, m_table.columns.size());
  }

  /// Neighbours of a group stand under one cell.
  void write_groups() const {
    for (std::size_t at = 0; at < m_table.columns.size();) {
      auto end = at + 1;
      while (end < m_table.columns.size() && !group_of(at).empty() && group_of(end) == group_of(at))
        ++end;
      m_page.writer.write_across(group_of(at), end - at,
                                 {.kind = Kind::head, .place = CellLook::Place::center});
      at = end;
    }
    m_page.writer.end_row();
  }

  void write_row(const std::vector<Cell>& row, Kind kind) const {
    for (std::size_t at = 0; at < row.size(); ++at) write_cell(row[at], m_table.columns[at], kind);
    m_page.writer.end_row();
  }

  void write_cell(const Cell& cell, const Column& column, Kind kind) const {
    CellLook look{.kind = kind};
    if (column.align == Align::right) look.place = CellLook::Place::right;
    if (const auto* yes = std::get_if<bool>(&cell); yes != nullptr && m_whom == For::machines)
      m_page.writer.write(*yes, look);
    else if (std::holds_alternative<Word>(cell) && m_whom == For::machines)
      m_page.writer.write(std::string_view{text_for_machines(cell)}, look);
    else
      std::visit(CellWriter{m_page, look}, cell);
  }

  /// Coverage is a part of a hundred.
  void draw_bars(std::size_t first, std::size_t last) const {
    constexpr double k_whole = 100;
    for (std::size_t at = 0; at < m_table.columns.size(); ++at)
      if (m_table.columns[at].key == "coverage") m_page.writer.draw_bars(at, first, last, k_whole);
  }

  const Table& m_table;
  For m_whom;
  const XlsxPage& m_page;
};

void write_sentence(std::string_view text, CellLook look, const XlsxPage& page) {
  page.writer.write_across(text, 2, look);
  page.writer.end_row();
}

/// The title, what the document states of itself, and its notes.
void write_summary(const Document& document, const XlsxPage& page) {
  auto& writer = page.writer;
  writer.begin_sheet(
      {page.catalog.text(translatable("Summary")), {k_label_width, k_value_width}, page.footer});
  write_sentence(text_for_people(document.title, page.catalog), {.kind = Kind::title}, page);
  if (!document.facts.empty()) writer.end_row();
  for (const auto& fact : document.facts) {
    writer.write(page.catalog.text(fact.label), {.kind = Kind::label});
    std::visit(CellWriter{page, {.place = CellLook::Place::left, .wraps = true}}, fact.value);
    writer.end_row();
  }
  if (!document.notes.empty()) writer.end_row();
  for (const auto& note : document.notes) {
    writer.write(std::monostate{});
    writer.write(std::string_view{text_for_people(note, page.catalog)}, {.wraps = true});
    writer.end_row();
  }
}

std::string sheet_name_of(const Table& table, const Document& document, const XlsxPage& page) {
  const auto title = text_for_people(message(table.title), page.catalog);
  return title.empty() ? text_for_people(document.title, page.catalog) : title;
}

void write_tables(const Document& document, const XlsxPage& page) {
  for (const auto* table : people_tables(document))
    TableSheet{*table, TableSheet::For::people, page}.write(sheet_name_of(*table, document, page));
  if (document.tables.empty() || document.data.columns.empty()) return;
  TableSheet{document.data, TableSheet::For::machines, page}.write(
      page.catalog.text(translatable("Data")));
}

}  // namespace

void ColumnWidths::see(std::size_t column, std::string_view text) {
  if (column >= m_widths.size()) m_widths.resize(column + 1);
  for (const auto line : split(text, '\n'))
    m_widths[column] = std::max(m_widths[column], display_width(line));
}

std::vector<double> ColumnWidths::widths() const {
  constexpr double k_least = 6, k_most = 60, k_arrow = 3;
  std::vector<double> result;
  for (const auto width : m_widths)
    result.push_back(std::clamp(static_cast<double>(width) + k_arrow, k_least, k_most));
  return result;
}

void render_xlsx(const Document& document, const l10n::Catalog& catalog, std::ostream& out) {
  format::XlsxWriter writer{[&](std::string_view bytes) { out << bytes; }, made_at(document)};
  const XlsxPage page{writer, catalog, footer_of(document, catalog)};
  const bool is_list = document.facts.empty() && document.notes.empty() &&
                       document.figures.empty() && people_tables(document).size() == 1;
  if (!is_list) write_summary(document, page);
  for (const auto& figure : document.figures) write_figure_sheet(figure, page);
  write_tables(document, page);
  writer.finish();
}

}  // namespace gridvisit::report
