#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/report/render/html.hpp"

namespace gridvisit::report {
namespace {

/// A map is drawn in pictures of so many rows, so that they stand side by side and none is cut
/// between two printed pages.
constexpr std::size_t k_rows_of_picture = 32;
/// In units of the view box, which are pixels on the screen.
constexpr std::size_t k_cell_width = 20, k_cell_height = 15, k_head = 18, k_letter = 7;

struct MapLayout {
  std::size_t names = 0;  ///< the room for the names of rows
  std::size_t columns = 0;

  std::size_t x_of(std::size_t column) const { return names + column * k_cell_width; }
  static std::size_t y_of(std::size_t row) { return k_head + row * k_cell_height; }
  std::size_t width() const { return x_of(columns) + 1; }
};

MapLayout layout_of(const HeatMap& map) {
  std::size_t letters = 0;
  for (const auto& row : map.rows) letters = std::max(letters, display_width(row.name));
  return {letters * k_letter + k_letter, map.columns.size()};
}

using Rows = std::span<const HeatRow>;

/// The cells that `wanted` takes, as one path.
template <class Wanted>
std::string path_of(Rows rows, const MapLayout& layout, const Wanted& wanted) {
  std::string path;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].cells.size(); ++column)
      if (wanted(rows[row].cells[column]))
        path += fmt::format("M{} {}h{}v{}h-{}z", layout.x_of(column) + 1, MapLayout::y_of(row) + 1,
                            k_cell_width - 2, k_cell_height - 2, k_cell_width - 2);
  return path;
}

void write_cells(const HeatMap& map, Rows rows, const MapLayout& layout, const Page& page) {
  for (std::size_t state = 0; state < map.states.size(); ++state) {
    const auto path =
        path_of(rows, layout, [&](const HeatCell& cell) { return cell.state == state; });
    if (!path.empty())
      page.markup.empty("path", {{"class", fmt::format("heat{}", state)}, {"d", path}})
          .break_line();
  }
  const auto marks = path_of(rows, layout, [](const HeatCell& cell) { return cell.marked; });
  if (!marks.empty()) page.markup.empty("path", {{"class", "owed"}, {"d", marks}}).break_line();
}

/// The signs of a row in one text, each with a place of its own.
void write_signs(const HeatMap& map, const HeatRow& row, const MapLayout& layout,
                 const std::string& y, const Page& page) {
  std::string places, signs;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const auto sign = map.states.at(row.cells[column].state).sign;
    if (sign.empty()) continue;
    places +=
        fmt::format("{}{}", places.empty() ? "" : " ", layout.x_of(column) + k_cell_width / 2);
    signs += sign;
  }
  if (!signs.empty())
    page.markup.element("text", signs, {{"class", "sign"}, {"x", places}, {"y", y}});
}

void write_rows(const HeatMap& map, Rows rows, const MapLayout& layout, const Page& page) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto y = fmt::format("{}", MapLayout::y_of(row) + k_cell_height - 4);
    page.markup.element("text", page.text(Cell{rows[row].name}), {{"x", "0"}, {"y", y}});
    write_signs(map, rows[row], layout, y, page);
    page.markup.break_line();
  }
}

void write_columns(const HeatMap& map, const MapLayout& layout, const Page& page) {
  for (std::size_t column = 0; column < map.columns.size(); ++column)
    page.markup.element("text", page.text(map.columns[column]),
                        {{"class", "middle"},
                         {"x", fmt::format("{}", layout.x_of(column) + k_cell_width / 2)},
                         {"y", "12"}});
  page.markup.break_line();
}

void write_picture(const HeatMap& map, Rows rows, const MapLayout& layout, const Figure& figure,
                   const Page& page) {
  const auto width = fmt::format("{}", layout.width());
  const auto height = fmt::format("{}", MapLayout::y_of(rows.size()) + 1);
  page.markup.open("svg", {{"role", "img"},
                           {"width", width},
                           {"height", height},
                           {"viewBox", fmt::format("0 0 {} {}", width, height)}});
  write_picture_title(figure, page);
  write_columns(map, layout, page);
  write_cells(map, rows, layout, page);
  write_rows(map, rows, layout, page);
  page.markup.close().break_line();
}

/// One cell alone with its sign, before what it says.
void write_sample(std::string_view class_name, std::string_view sign, std::string_view says,
                  const Page& page) {
  auto& markup = page.markup;
  markup.open("span").open(
      "svg", {{"class", "sample"}, {"aria-hidden", "true"}, {"viewBox", "0 0 18 15"}});
  markup.empty("path", {{"class", class_name}, {"d", "M1 1h16v13h-16z"}});
  if (!sign.empty()) markup.element("text", sign, {{"class", "sign"}, {"x", "9"}, {"y", "11"}});
  markup.close().text(says).close();
}

void write_key(const HeatMap& map, const Page& page) {
  page.markup.open("p", {{"class", "key"}});
  for (std::size_t state = map.states.size(); state-- > 0;)
    write_sample(fmt::format("heat{}", state), map.states[state].sign,
                 page.text(map.states[state].word.label), page);
  write_sample("owed", "", page.text(map.mark_label), page);
  page.markup.close().break_line();
}

}  // namespace

void write_chart(const HeatMap& map, const Figure& figure, const Page& page) {
  write_key(map, page);
  const auto layout = layout_of(map);
  page.markup.open("div", {{"class", "maps"}}).break_line();
  const Rows rows{map.rows};
  for (std::size_t first = 0; first < rows.size(); first += k_rows_of_picture)
    write_picture(map, rows.subspan(first, std::min(k_rows_of_picture, rows.size() - first)),
                  layout, figure, page);
  page.markup.close().break_line();
}

}  // namespace gridvisit::report
