#include "pdf/table.hpp"

#include <algorithm>

#include "pdf/grid.hpp"

namespace gridvisit::pdf {
namespace {

using format::PrintedColumn;
using format::PrintedTable;

constexpr double k_padding = 1.5;
constexpr double k_hairline = 0.4, k_line = 0.7;

Align align_of(const PrintedColumn& column) {
  return column.is_number ? Align::right : Align::left;
}

/// As high as its highest piece, with some space above and below.
void set_height(Band& band, Typesetter& typesetter) {
  for (auto& piece : band.pieces) {
    piece.top = k_padding;
    band.height = std::max(band.height, typesetter.height_of(piece.box) + 2 * k_padding);
  }
}

/// Heads stand on the line below them.
void sink(Band& band, Typesetter& typesetter) {
  for (auto& piece : band.pieces)
    piece.top = band.height - k_padding - typesetter.height_of(piece.box);
}

Band head_band(const Grid& grid, Typesetter& typesetter) {
  Band band;
  const Font font{grid.size, true};
  for (std::size_t column = 0; column < grid.widths.size(); ++column) {
    const auto& said = grid.table.columns[column];
    band.pieces.push_back(
        {{said.head, font, grid.widths[column], align_of(said)}, grid.lefts[column]});
  }
  set_height(band, typesetter);
  sink(band, typesetter);
  band.strokes.push_back({0, grid.width, k_line});
  return band;
}

Band group_band(const Grid& grid, const std::vector<Group>& groups, Typesetter& typesetter) {
  Band band;
  const Font font{grid.size, true};
  for (const auto& group : groups) {
    const auto& first = grid.table.columns[group.first];
    if (first.group.empty()) continue;
    const bool is_one = group.first == group.last;
    const auto left = grid.lefts[group.first], width = grid.width_of(group);
    band.pieces.push_back(
        {{first.group, font, width, is_one ? align_of(first) : Align::left}, left});
    band.strokes.push_back({left, width, k_hairline});
  }
  set_height(band, typesetter);
  sink(band, typesetter);
  return band;
}

std::vector<Band> head_of(const Grid& grid, double room, Typesetter& typesetter) {
  std::vector<Band> head;
  if (!grid.table.title.empty()) {
    Band title{{{{grid.table.title, k_part_title, room}}}, {}};
    set_height(title, typesetter);
    head.push_back(std::move(title));
  }
  auto groups = group_band(grid, groups_of(grid.table), typesetter);
  if (!groups.pieces.empty()) head.push_back(std::move(groups));
  head.push_back(head_band(grid, typesetter));
  head.front().space_above = k_part_space;
  return head;
}

Band row_band(const Grid& grid, std::size_t row, Typesetter& typesetter) {
  Band band;
  for (std::size_t column = 0; column < grid.widths.size(); ++column) {
    const auto& cell = grid.table.rows[row][column];
    if (cell.text.empty()) continue;
    const Box box{cell.text, font_of(grid.table, row, column, grid.size), grid.widths[column],
                  align_of(grid.table.columns[column])};
    band.pieces.push_back({box, grid.lefts[column], 0, ink_of(cell.tone)});
  }
  set_height(band, typesetter);
  band.stays_with_next = row + 2 == grid.table.rows.size() && grid.table.has_total;
  if (band.stays_with_next)
    band.strokes.push_back({0, grid.width, k_line});
  else
    band.strokes.push_back({0, grid.width, k_hairline, Ink::light});
  return band;
}

}  // namespace

Section table_section(const PrintedTable& table, double width, Typesetter& typesetter) {
  const auto grid = grid_of(table, width, typesetter);
  Section section{head_of(grid, width, typesetter), {}};
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    section.bands.push_back(row_band(grid, row, typesetter));
  return section;
}

}  // namespace gridvisit::pdf
