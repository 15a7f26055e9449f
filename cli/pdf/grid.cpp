#include "pdf/grid.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "pdf/columns.hpp"

namespace gridvisit::pdf {
namespace {

using format::PrintedTable;
using format::Tone;

constexpr std::array k_sizes{9.0, 8.0, 7.0, 6.0};

/// Lengths that grow with the size of the letters.
double gap_of(double size) {
  return size * 1.2;
}
double narrow_text(double size) {
  return size * 8;
}
double comfortable_text(double size) {
  return size * 18;
}
double narrow_head(double size) {
  return size * 4.5;
}

double widest_cell(const PrintedTable& table, std::size_t column, double size,
                   Typesetter& typesetter) {
  double width = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    width = std::max(width, typesetter.width_of(table.rows[row][column].text,
                                                font_of(table, row, column, size)));
  return width;
}

enum class Heads { in_one_line, broken };

Wish wish_of(const PrintedTable& table, std::size_t column, double size, Heads heads,
             Typesetter& typesetter) {
  const auto& [head, group, is_number] = table.columns[column];
  const Font font{size, true};
  auto head_width = typesetter.width_of(head, font);
  if (heads == Heads::broken)
    head_width =
        std::max(typesetter.longest_word(head, font), std::min(head_width, narrow_head(size)));
  const auto cells = widest_cell(table, column, size, typesetter);
  const auto width = std::max(cells, head_width);
  if (is_number) return {width, width};
  return {width, std::max(head_width, std::min(cells, narrow_text(size)))};
}

std::vector<Wish> wishes_of(const PrintedTable& table, double size, Heads heads,
                            Typesetter& typesetter) {
  std::vector<Wish> wishes;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    wishes.push_back(wish_of(table, column, size, heads, typesetter));
  for (const auto& [first, last] : groups_of(table)) {
    const auto wanted =
        std::min(typesetter.width_of(table.columns[first].group, {size, true}), narrow_text(size));
    const std::span under{wishes.data() + first, last - first + 1};
    const auto gaps = static_cast<double>(last - first) * gap_of(size);
    const auto missing = std::max(0.0, wanted - gaps - width_within(under, 0));
    wishes[last].least += missing;
    wishes[last].width = std::max(wishes[last].width, wishes[last].least);
  }
  return wishes;
}

double gaps_of(const PrintedTable& table, double size) {
  return static_cast<double>(std::max<std::size_t>(table.columns.size(), 1) - 1) * gap_of(size);
}

Grid placed(const PrintedTable& table, double size, std::vector<double> widths) {
  Grid grid{table, size, std::move(widths), {}};
  double left = 0;
  for (const auto width : grid.widths) {
    grid.lefts.push_back(left);
    grid.width = left + width;
    left += width + gap_of(size);
  }
  return grid;
}

}  // namespace

std::vector<Group> groups_of(const PrintedTable& table) {
  std::vector<Group> groups;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto& name = table.columns[column].group;
    if (!groups.empty() && table.columns[groups.back().first].group == name)
      groups.back().last = column;
    else
      groups.push_back({column, column});
  }
  return groups;
}

Font font_of(const PrintedTable& table, std::size_t row, std::size_t column, double size) {
  const bool is_total = table.has_total && row + 1 == table.rows.size();
  return {size, is_total || table.rows[row][column].tone == Tone::bad};
}

Grid grid_of(const PrintedTable& table, double room, Typesetter& typesetter) {
  for (const auto size : k_sizes) {
    const auto columns = room - gaps_of(table, size);
    for (const auto heads : {Heads::in_one_line, Heads::broken}) {
      const auto wishes = wishes_of(table, size, heads, typesetter);
      const bool is_last = size == k_sizes.back() && heads == Heads::broken;
      if (is_last || width_within(wishes, narrow_text(size)) <= columns)
        return placed(table, size, fitted(wishes, columns));
    }
  }
  return {table, k_sizes.back(), {}, {}};
}

double comfortable_width(const PrintedTable& table, Typesetter& typesetter) {
  const auto size = k_sizes.front();
  const auto wishes = wishes_of(table, size, Heads::broken, typesetter);
  return width_within(wishes, comfortable_text(size)) + gaps_of(table, size);
}

}  // namespace gridvisit::pdf
