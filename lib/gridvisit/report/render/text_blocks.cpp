#include "gridvisit/report/render/text_blocks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/cells.hpp"
#include "gridvisit/report/render/text_table.hpp"

namespace gridvisit::report {
namespace {

constexpr std::size_t k_label_gap = 2;
constexpr std::size_t k_block_indent = 2;     // of the columns under a group's head
constexpr std::size_t k_narrowest_value = 8;  // values are not wrapped to less

using Lines = std::vector<std::string>;

/// What one column is called in a block.
struct Label {
  std::string group;  ///< head of the group, or nothing
  std::string text;   ///< indented if there is a group
  bool joins_last;    ///< no label of its own
};

std::vector<Label> labels_of(const Table& table, const l10n::Catalog& catalog) {
  std::vector<Label> labels;
  for (const auto& column : table.columns) {
    const auto group = text_for_people(column.group, catalog);
    const std::string text{catalog.text(column.label)};
    labels.push_back({group, std::string(group.empty() ? 0 : k_block_indent, ' ') + text,
                      text.empty() && !labels.empty()});
  }
  return labels;
}

std::size_t widest_label(const std::vector<Label>& labels) {
  std::size_t width = 0;
  for (const auto& label : labels) width = std::max(width, display_width(label.text));
  return width;
}

/// A value beside its label; further lines of it stand below its first.
void add_value(Lines& lines, const std::string& label, const Cell& cell, const std::string& value,
               std::size_t labels, const Style& style) {
  const auto indent = labels + k_label_gap;
  const auto room = std::max(style.width, indent + k_narrowest_value) - indent;
  auto before = pad_to(label, indent);
  for (const auto& part : wrap_to(value, room)) {
    lines.push_back(before + in_color(part, color_of(cell), style));
    before.assign(indent, ' ');
  }
}

/// The block of one row.
void add_block(Lines& lines, const std::vector<Cell>& row, const std::vector<Label>& labels,
               const Style& style) {
  const auto width = widest_label(labels);
  std::string group;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const auto value = text_for_people(row[column], style.catalog);
    const auto& label = labels[column];
    if (value.empty()) continue;
    if (label.joins_last && !lines.empty()) {
      lines.back() += fmt::format(" {}", trim(value));
      continue;
    }
    if (label.group != group && !label.group.empty())
      for (const auto& line : wrap_to(label.group, style.width)) lines.push_back(line);
    group = label.group;
    add_value(lines, label.text, row[column], value, width, style);
  }
}

}  // namespace

std::vector<std::string> text_blocks(const Table& table, const Style& style) {
  const auto labels = labels_of(table, style.catalog);
  Lines lines;
  const auto add = [&](const std::vector<Cell>& row) {
    if (!lines.empty()) lines.emplace_back();
    add_block(lines, row, labels, style);
  };
  for (const auto& row : table.rows) add(row);
  if (!table.total.empty()) add(table.total);
  return lines;
}

}  // namespace gridvisit::report
