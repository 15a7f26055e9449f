#include "gridvisit/report/render/text_table.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/cells.hpp"
#include "gridvisit/report/render/text_blocks.hpp"

namespace gridvisit::report {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t k_gap = 2;            // blanks between two columns
constexpr std::size_t k_narrow_head = 4;    // heads are not wrapped to less
constexpr std::size_t k_narrow_text = 8;    // texts are not cut or wrapped to less
constexpr std::size_t k_narrow_group = 16;  // a group is made this wide for its head

std::size_t widest(const Lines& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, display_width(line));
  return width;
}

/// Wraps each line of `text`; blank lines stay.
Lines wrapped(std::string_view text, std::size_t columns) {
  Lines result;
  for (const auto line : split(text, '\n')) {
    const auto parts = wrap_to(line, columns);
    result.insert(result.end(), parts.begin(), parts.end());
  }
  return result;
}

/// Neighbouring columns under one head.
struct Group {
  std::size_t first;
  std::size_t last;
  std::string head;
};

/// A table whose cells are texts already, and the widths that its columns get.
struct Sheet {
  const Table& table;
  std::vector<std::string> heads;
  std::vector<Group> groups;
  std::vector<std::vector<std::string>> rows;  // the total, if any, is the last one
  std::vector<std::size_t> widths;

  std::size_t columns() const { return table.columns.size(); }
  bool is_number(std::size_t column) const { return table.columns[column].align == Align::right; }
  std::size_t width_of(const Group& group) const {
    std::size_t width = k_gap * (group.last - group.first);
    for (auto column = group.first; column <= group.last; ++column) width += widths[column];
    return width;
  }
  std::size_t total_width() const { return width_of({0, columns() - 1, {}}); }
};

std::vector<Group> groups_of(const Table& table, const l10n::Catalog& catalog) {
  std::vector<Group> groups;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto head = text_for_people(table.columns[column].group, catalog);
    if (!groups.empty() && groups.back().head == head)
      groups.back().last = column;
    else
      groups.push_back({column, column, head});
  }
  return groups;
}

std::vector<std::string> texts_of(const std::vector<Cell>& row, const l10n::Catalog& catalog) {
  std::vector<std::string> texts;
  for (const auto& cell : row) texts.push_back(text_for_people(cell, catalog));
  return texts;
}

/// The widest line of the cells of a column if texts were wrapped to `columns`.
std::size_t cells_width(const Sheet& sheet, std::size_t column, std::size_t columns) {
  std::size_t width = 0;
  for (const auto& row : sheet.rows) width = std::max(width, widest(wrapped(row[column], columns)));
  return width;
}

constexpr std::size_t k_unlimited = 1'000'000;

Sheet sheet_of(const Table& table, const l10n::Catalog& catalog) {
  Sheet sheet{table, {}, groups_of(table, catalog), {}, {}};
  for (const auto& row : table.rows) sheet.rows.push_back(texts_of(row, catalog));
  if (!table.total.empty()) sheet.rows.push_back(texts_of(table.total, catalog));
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    sheet.heads.emplace_back(catalog.text(table.columns[column].label));
    const auto head_width = display_width(sheet.heads.back());
    sheet.widths.push_back(std::max(head_width, cells_width(sheet, column, k_unlimited)));
  }
  for (const auto& group : sheet.groups) {
    const auto wanted = std::min(display_width(group.head), k_narrow_group);
    const auto width = sheet.width_of(group);
    if (width < wanted) sheet.widths[group.last] += wanted - width;
  }
  return sheet;
}

/// Narrows one column by what is too much, but not below `floor`.
void narrow(Sheet& sheet, std::size_t column, std::size_t floor, std::size_t limit) {
  const auto total = sheet.total_width();
  if (total <= limit || sheet.widths[column] <= floor) return;
  sheet.widths[column] -= std::min(total - limit, sheet.widths[column] - floor);
}

void narrow_heads(Sheet& sheet, std::size_t limit) {
  for (std::size_t column = 0; column < sheet.columns(); ++column) {
    const auto cells = cells_width(sheet, column, k_unlimited);
    const auto head = widest(wrap_to(sheet.heads[column], std::max(cells, k_narrow_head)));
    narrow(sheet, column, std::max(cells, head), limit);
  }
}

using Floor = std::optional<std::size_t>;

/// The widest column that may get narrower than it is.
std::optional<std::size_t> widest_above(const std::vector<Floor>& floors, const Sheet& sheet) {
  std::optional<std::size_t> found;
  for (std::size_t column = 0; column < sheet.columns(); ++column) {
    const auto& floor = floors[column];
    if (!floor || sheet.widths[column] <= *floor) continue;
    if (!found || sheet.widths[column] > sheet.widths[*found]) found = column;
  }
  return found;
}

/// Takes what is too much from whichever column is the widest, so that wide ones share what room
/// there is. `floor_of`: how narrow a column may get; nothing: as it is.
void narrow_widest(Sheet& sheet, std::size_t limit,
                   const std::function<Floor(std::size_t)>& floor_of) {
  std::vector<Floor> floors;
  for (std::size_t column = 0; column < sheet.columns(); ++column)
    floors.push_back(floor_of(column));
  while (sheet.total_width() > limit) {
    const auto widest = widest_above(floors, sheet);
    if (!widest) return;
    --sheet.widths[*widest];
  }
}

/// Whether a text would be wrapped into many short lines: in a block it reads better.
bool is_cramped(const Sheet& sheet) {
  constexpr std::size_t k_roomy = 16, k_most_lines = 3;
  for (std::size_t column = 0; column < sheet.columns(); ++column) {
    if (sheet.table.columns[column].shrinks || sheet.widths[column] >= k_roomy) continue;
    for (const auto& row : sheet.rows)
      if (wrapped(row[column], sheet.widths[column]).size() > k_most_lines) return true;
  }
  return false;
}

/// Whether the table can be read within the limit, to which its columns are narrowed.
bool fit(Sheet& sheet, std::size_t limit) {
  if (limit == 0 || sheet.total_width() <= limit) return true;
  narrow_heads(sheet, limit);
  narrow_widest(sheet, limit, [&](std::size_t column) -> Floor {
    if (!sheet.table.columns[column].shrinks) return std::nullopt;
    return std::max(k_narrow_text, widest(wrap_to(sheet.heads[column], k_narrow_head)));
  });
  narrow_widest(sheet, limit, [&](std::size_t column) -> Floor {
    if (sheet.is_number(column) || sheet.table.columns[column].shrinks) return std::nullopt;
    const auto cells = cells_width(sheet, column, k_narrow_text);
    return std::max(cells, widest(wrap_to(sheet.heads[column], k_narrow_text)));
  });
  return sheet.total_width() <= limit && !is_cramped(sheet);
}

/// One line of the table: what stands in each column, with its colour (may be empty).
struct Piece {
  std::string text;
  std::string_view color = {};
};

constexpr std::string_view k_bold = "1";

std::string line_of(const Sheet& sheet, const std::vector<Piece>& pieces, const Style& style) {
  std::string line;
  std::size_t blanks = 0;
  for (std::size_t column = 0; column < pieces.size(); ++column) {
    const auto& [text, color] = pieces[column];
    const auto width = display_width(text);
    const auto fill = width < sheet.widths[column] ? sheet.widths[column] - width : 0;
    if (text.empty()) {
      blanks += fill + k_gap;
      continue;
    }
    line.append(blanks + (sheet.is_number(column) ? fill : 0), ' ');
    line += in_color(text, color, style);
    blanks = (sheet.is_number(column) ? 0 : fill) + k_gap;
  }
  return line;
}

Lines lines_of(const Sheet& sheet, const std::vector<Lines>& cells,
               const std::vector<std::string_view>& colors, const Style& style) {
  std::size_t height = 0;
  for (const auto& cell : cells) height = std::max(height, cell.size());
  Lines result;
  for (std::size_t line = 0; line < height; ++line) {
    std::vector<Piece> pieces;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const auto& cell = cells[column];
      pieces.push_back({line < cell.size() ? cell[line] : std::string{}, colors[column]});
    }
    result.push_back(line_of(sheet, pieces, style));
  }
  return result;
}

/// Heads stand on the line above the rule: the shorter ones are filled up from above.
void sink(std::vector<Lines>& heads) {
  std::size_t height = 0;
  for (const auto& head : heads) height = std::max(height, head.size());
  for (auto& head : heads) head.insert(head.begin(), height - head.size(), std::string{});
}

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

/// The heads of groups, each over a rule as wide as its columns.
Lines group_lines(const Sheet& sheet, const Style& style) {
  if (std::ranges::all_of(sheet.groups, [](const Group& group) { return group.head.empty(); }))
    return {};
  Table columns;
  Sheet spans{columns, {}, {}, {}, {}};
  std::vector<Lines> heads, rules;
  for (const auto& group : sheet.groups) {
    const bool is_one_number = group.first == group.last && sheet.is_number(group.first);
    columns.columns.push_back({{}, {}, is_one_number ? Align::right : Align::left});
    spans.widths.push_back(sheet.width_of(group));
    heads.push_back(group.head.empty() ? Lines{} : wrap_to(group.head, spans.widths.back()));
    rules.push_back({std::string(group.head.empty() ? 0 : spans.widths.back(), '-')});
  }
  sink(heads);
  const std::vector<std::string_view> bold(heads.size(), k_bold), plain(heads.size());
  auto lines = lines_of(spans, heads, bold, style);
  append(lines, lines_of(spans, rules, plain, style));
  return lines;
}

Lines head_lines(const Sheet& sheet, const Style& style) {
  std::vector<Lines> heads;
  for (std::size_t column = 0; column < sheet.columns(); ++column)
    heads.push_back(wrap_to(sheet.heads[column], sheet.widths[column]));
  sink(heads);
  return lines_of(sheet, heads, std::vector<std::string_view>(heads.size(), k_bold), style);
}

std::string rule_line(const Sheet& sheet) {
  std::string line;
  for (const auto width : sheet.widths) {
    if (!line.empty()) line.append(k_gap, ' ');
    line.append(width, '-');
  }
  return line;
}

Lines row_lines(const Sheet& sheet, std::size_t row, const Style& style) {
  const bool is_total = row == sheet.table.rows.size();
  const auto& cells = is_total ? sheet.table.total : sheet.table.rows[row];
  std::vector<Lines> texts;
  std::vector<std::string_view> colors;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto& text = sheet.rows[row][column];
    const auto width = sheet.widths[column];
    if (sheet.table.columns[column].shrinks) {
      Lines lines;
      for (const auto line : split(text, '\n')) lines.push_back(truncate_to(line, width));
      texts.push_back(lines);
    } else {
      texts.push_back(wrapped(text, width));
    }
    colors.push_back(is_total ? k_bold : color_of(cells[column]));
  }
  return lines_of(sheet, texts, colors, style);
}

}  // namespace

std::string_view color_of(const Cell& cell) {
  switch (tone_of(cell)) {
    case format::Tone::good:
      return "32";
    case format::Tone::open:
      return "33";
    case format::Tone::bad:
      return "1;31";
    case format::Tone::plain:
      break;
  }
  return {};
}

std::string in_color(const std::string& text, std::string_view color, const Style& style) {
  if (!style.color || color.empty()) return text;
  return "\x1b[" + std::string{color} + "m" + text + "\x1b[0m";
}

std::string in_bold(const std::string& text, const Style& style) {
  return in_color(text, k_bold, style);
}

std::vector<std::string> text_table(const Table& table, const Style& style) {
  if (table.columns.empty()) return {};
  auto sheet = sheet_of(table, style.catalog);
  if (!fit(sheet, style.width) && !sheet.rows.empty()) return text_blocks(table, style);
  auto lines = group_lines(sheet, style);
  append(lines, head_lines(sheet, style));
  lines.push_back(rule_line(sheet));
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    append(lines, row_lines(sheet, row, style));
  if (table.rows.empty()) lines.emplace_back(style.catalog.text(translatable("(none)")));
  if (!table.total.empty()) {
    lines.push_back(rule_line(sheet));
    append(lines, row_lines(sheet, table.rows.size(), style));
  }
  return lines;
}

}  // namespace gridvisit::report
