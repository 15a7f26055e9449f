#include <algorithm>
#include <array>
#include <variant>

#include "gridvisit/report/render/cells.hpp"
#include "gridvisit/report/render/xlsx.hpp"

namespace gridvisit::report {
namespace {

using format::CellLook;
using format::SheetValue;
using Kind = format::CellLook::Kind;

constexpr double k_tenths = 10;

SheetValue value_of(const Quantity& quantity) {
  return quantity ? SheetValue{format::Decimal{quantity->value}} : SheetValue{};
}

/// Writes one figure's sheet.
class FigureSheet {
 public:
  FigureSheet(const Figure& figure, const XlsxPage& page)
      : m_figure{figure}, m_page{page}, m_title{said(figure.title)} {}

  void operator()(const BarChart& chart) const {
    const bool has_goal = !chart.goal_label.text.empty();
    begin({"", said(chart.value_label), has_goal ? said(chart.goal_label) : "", "", ""},
          bar_widths(chart));
    const auto first = m_page.writer.row();
    for (const auto& bar : chart.bars) write_bar(bar);
    m_page.writer.end_table();
    if (chart.bars.empty()) return;
    const auto last = m_page.writer.row() - 1;
    m_page.writer.draw_bars(k_value_column, first, last, most_of(chart));
    // More bars than these can't be told apart in a chart: there the bars in the cells must do.
    constexpr std::size_t k_most_drawn = 60;
    if (chart.bars.size() > k_most_drawn) return;
    format::SheetChart drawn{format::ChartKind::bars, m_title, 0, first, last, {}, 6, 1};
    const auto value = said(chart.value_label), goal = said(chart.goal_label);
    drawn.series.push_back({value, k_value_column});
    if (has_goal) drawn.series.push_back({goal, k_value_column + 1});
    m_page.writer.draw_chart(drawn);
  }

  void operator()(const LineChart& chart) const {
    std::vector<std::string> heads{""};
    for (const auto& line : chart.lines) heads.push_back(said(line.name));
    ColumnWidths widths;
    for (std::size_t at = 0; at < heads.size(); ++at) widths.see(at, heads[at]);
    for (const auto& name : chart.names) widths.see(0, said(name));
    begin(heads, widths);
    const auto first = m_page.writer.row();
    for (std::size_t at = 0; at < chart.names.size(); ++at) write_step(chart, at);
    m_page.writer.end_table();
    if (chart.names.empty()) return;
    format::SheetChart drawn{
        format::ChartKind::lines, m_title, 0, first, m_page.writer.row() - 1, {},
        heads.size() + 1,         1};
    for (std::size_t at = 1; at < heads.size(); ++at) drawn.series.push_back({heads[at], at});
    m_page.writer.draw_chart(drawn);
  }

  void operator()(const HeatMap& map) const {
    std::vector<std::string> heads{said(map.row_label)};
    for (const auto& column : map.columns) heads.push_back(said(column));
    ColumnWidths widths;
    for (std::size_t at = 0; at < heads.size(); ++at) widths.see(at, heads[at]);
    for (const auto& row : map.rows) widths.see(0, row.name);
    begin(heads, widths);
    for (const auto& row : map.rows) write_heat_row(map, row);
    m_page.writer.end_table();
    write_legend(map);
  }

 private:
  static constexpr std::size_t k_value_column = 1;

  std::string said(const Message& text) const { return text_for_people(text, m_page.catalog); }
  std::string said(const TextId& text) const { return said(message(text)); }

  /// The sheet with its title above the header of its columns.
  void begin(const std::vector<std::string>& heads, const ColumnWidths& widths) const {
    m_page.writer.begin_sheet({m_title, widths.widths(), m_page.footer});
    for (const auto& head : heads)
      m_page.writer.write(std::string_view{head}, {.kind = Kind::head});
    m_page.writer.end_row();
    m_page.writer.end_header(0, heads.size());
  }

  ColumnWidths bar_widths(const BarChart& chart) const {
    ColumnWidths widths;
    widths.see(k_value_column, said(chart.value_label) + "      ");
    widths.see(k_value_column + 1, said(chart.goal_label));
    for (const auto& bar : chart.bars) {
      widths.see(0, said(bar.name));
      widths.see(3, text_for_people(bar.shown, m_page.catalog));
      widths.see(4, text_for_people(Cell{bar.state}, m_page.catalog));
    }
    return widths;
  }

  void write_bar(const Bar& bar) const {
    auto& writer = m_page.writer;
    writer.write(std::string_view{said(bar.name)});
    writer.write(value_of(bar.value));
    writer.write(value_of(bar.goal));
    writer.write(std::string_view{text_for_people(bar.shown, m_page.catalog)},
                 {.place = CellLook::Place::right});
    writer.write(std::string_view{text_for_people(Cell{bar.state}, m_page.catalog)});
    writer.end_row();
  }

  /// All bars on one scale, from 0.
  static double most_of(const BarChart& chart) {
    constexpr std::int64_t k_whole = 1000;  // tenths of a hundred
    std::int64_t most = chart.unit == Unit::percent ? k_whole : 1;
    for (const auto& bar : chart.bars)
      most =
          std::max({most, bar.value.value_or(Tenths{}).value, bar.goal.value_or(Tenths{}).value});
    return static_cast<double>(most) / k_tenths;
  }

  void write_step(const LineChart& chart, std::size_t step) const {
    m_page.writer.write(std::string_view{said(chart.names[step])});
    for (const auto& line : chart.lines)
      m_page.writer.write(step < line.values.size() ? value_of(line.values[step]) : SheetValue{});
    m_page.writer.end_row();
  }

  /// From light to dark; the sign in the cell says the same.
  static std::uint32_t tint_of(const HeatMap& map, std::size_t state) {
    static constexpr std::array<std::uint32_t, 5> k_tints{0xf2f2f2, 0xfde9d9, 0xc6dbef, 0x9ecae1,
                                                          0x6baed6};
    if (map.states.size() < 2) return k_tints.back();
    return k_tints[state * (k_tints.size() - 1) / (map.states.size() - 1)];
  }

  void write_heat_row(const HeatMap& map, const HeatRow& row) const {
    m_page.writer.write(std::string_view{row.name});
    for (const auto& cell : row.cells) write_heat_cell(map, cell.state, cell.marked);
    m_page.writer.end_row();
  }

  void write_heat_cell(const HeatMap& map, std::size_t state, bool marked) const {
    const auto text = std::string{map.states.at(state).sign} + (marked ? "*" : "");
    m_page.writer.write(std::string_view{text},
                        {.place = CellLook::Place::center, .tint = tint_of(map, state)});
  }

  void write_legend(const HeatMap& map) const {
    auto& writer = m_page.writer;
    writer.end_row();
    for (std::size_t state = 0; state < map.states.size(); ++state) {
      writer.write(std::string_view{text_for_people(Cell{map.states[state].word}, m_page.catalog)});
      write_heat_cell(map, state, false);
      writer.end_row();
    }
    if (map.mark_label.text.empty()) return;
    writer.write(std::string_view{said(map.mark_label)});
    writer.write(std::string_view{"*"}, {.place = CellLook::Place::center});
    writer.end_row();
  }

  const Figure& m_figure;
  const XlsxPage& m_page;
  std::string m_title;
};

}  // namespace

void write_figure_sheet(const Figure& figure, const XlsxPage& page) {
  std::visit(FigureSheet{figure, page}, figure.drawing);
}

}  // namespace gridvisit::report
