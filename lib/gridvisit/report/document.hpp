#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/base/display.hpp"
#include "gridvisit/calendar/period.hpp"
#include "gridvisit/report/cell.hpp"
#include "gridvisit/report/figure.hpp"

/// What every report, list and answer is before it is rendered: keyed, typed cells. A document
/// knows no language and no output format; a renderer knows no store and computes nothing.
namespace gridvisit::report {

struct Column {
  std::string_view key;  ///< stable name for machines
  TextId label;          ///< head of the column for people
  Align align = Align::left;
  /// A cell of this column may be shortened on a narrow terminal; never in a pipe.
  bool shrinks = false;
  /// Neighbours of the same group stand under one head that says it; may be empty.
  Message group = {};
};

struct Table {
  std::string_view key;
  TextId title;  ///< may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<Cell> total;  ///< a last row for people; empty: none
};

/// A named value above the tables: period, reference day, policy, head.
struct Fact {
  std::string_view key;
  TextId label;
  Cell value;
};

struct Document {
  std::string_view key;
  Message title;
  std::vector<Fact> facts;
  std::vector<Table> tables;   ///< for people: table and markdown; empty: `data` serves them too
  std::vector<Message> notes;  ///< sentences below the tables
  /// What all of it rests on (period, reference day, policy, data version), for the foot of every
  /// page.
  std::vector<Fact> basis;
  /// For formats that draw, before the tables; only a report that goes to a page has any.
  std::vector<Figure> figures;
  /// For machines: what CSV and NDJSON print, and JSON if `nested_json` is empty. Without columns
  /// the first of `tables` serves them too.
  Table data;
  /// JSON of a report whose shape is more than rows; else empty.
  std::string nested_json;
};

}  // namespace gridvisit::report
