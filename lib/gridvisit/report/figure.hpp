#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gridvisit/report/cell.hpp"

/// Pictures as typed data, for what can draw: a page, a workbook, a terminal if they are bars in
/// percent. What machines read leaves them out: nothing may be said by a figure alone.
namespace gridvisit::report {

/// What a number of a figure is; nothing: there is none (no bar, a gap in a line).
using Quantity = std::optional<Tenths>;

enum class Unit { count, percent };

/// One subject: how far it got, and how far it had to get.
struct Bar {
  Message name;
  Quantity value;
  Quantity goal;
  Cell shown;  ///< what stands beside the bar: "33/30", "211/251 84.1%"
  Word state;  ///< says in a word what the bar's colour says (a verdict, the pace)
};

/// A row for each subject; all on one scale that begins at 0.
struct BarChart {
  TextId value_label;
  TextId goal_label;  ///< empty: no bar has a goal
  Unit unit = Unit::count;
  std::vector<Bar> bars;
};

/// One line; its values stand at the names of its chart, in step.
struct Line {
  Message name;
  std::vector<Quantity> values;
  bool is_goal = false;  ///< what another line is held against
};

struct LineChart {
  Unit unit = Unit::count;
  std::vector<Message> names;  ///< along the bottom: the months
  std::vector<Line> lines;
};

/// What a cell of a heat map can be. The sign tells states apart without colour; it may be empty.
struct HeatState {
  Word word;
  std::string_view sign;
};

struct HeatCell {
  std::uint8_t state = 0;  ///< index into the states
  bool marked = false;
};

struct HeatRow {
  std::string name;
  std::vector<HeatCell> cells;  ///< in step with the columns; those that miss at the end are blank
};

/// Rows of small cells: households by month.
struct HeatMap {
  TextId row_label;
  std::vector<Message> columns;
  std::vector<HeatState> states;  ///< from the least to the most
  TextId mark_label;              ///< what a marked cell says besides its state
  std::vector<HeatRow> rows;
};

struct Figure {
  std::string_view key;
  Message title;
  Message description;  ///< a sentence for who can't see the picture
  std::variant<BarChart, LineChart, HeatMap> drawing;
};

}  // namespace gridvisit::report
