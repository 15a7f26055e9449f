#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/format/record.hpp"
#include "gridvisit/format/xlsx/number_format.hpp"
#include "gridvisit/format/xlsx/rich_text.hpp"
#include "gridvisit/format/xlsx/shared_strings.hpp"
#include "gridvisit/format/xlsx/xml_stream.hpp"

namespace gridvisit::format::xlsx {

/// What the cells of a sheet refer to.
struct CellContext {
  SharedStrings strings;
  std::vector<NumberFormat> styles;
  DayCount day_count = DayCount::from_1900;
};

/// Reads the rows of a sheet, one at a time and each in at most k_longest_row bytes. Rows without
/// text are passed over. A cell is what a spreadsheet program shows in it, but that days and times
/// are written in one way.
class SheetRows {
 public:
  static constexpr std::size_t k_longest_row = 1 << 20;

  SheetRows(ByteSource source, const std::string& part, const CellContext& context);
  SheetRows(const SheetRows&) = delete;
  SheetRows& operator=(const SheetRows&) = delete;

  /// The next row, or false at the end.
  bool next(Record& record);

 private:
  struct Cell {
    std::size_t position = 0;
    std::string kind;  ///< s, str, inlineStr, n, b, e, d; empty: n
    std::size_t style = 0;
    bool has_formula = false;
    bool has_value = false;
  };
  struct Stretch {
    std::size_t position = 0, begin = 0, end = 0;  // of m_text
  };

  XmlEvents events();
  void start(std::string_view name, const XmlAttributes& said);
  void end(std::string_view name);
  void text(std::string_view piece);
  void begin_row(const XmlAttributes& said);
  void end_row();
  void begin_cell(const XmlAttributes& said);
  void end_cell();
  void take_value();
  void take_shared_text(std::string_view index);
  void take_number(std::string_view written);
  void refuse_cell(Message reason, Message mend);
  [[noreturn]] void throw_misplaced(std::string_view reference) const;
  NumberFormat format_of(const Cell& cell) const;

  const CellContext& m_context;
  std::string m_part;
  std::string m_text;   // of the row's cells, one after the other
  std::string m_value;  // of <v>
  RichText m_inline{m_text};
  Cell m_cell;
  std::vector<Stretch> m_cells;
  std::vector<CellDefect> m_defects;
  std::size_t m_begin = 0;  // of the cell's text
  std::int64_t m_row = 0;
  std::size_t m_column = 0;  // that the next cell has if it does not say
  bool m_is_in_rows = false;
  bool m_is_value = false;
  bool m_is_too_long = false;
  bool m_row_ended = false;
  XmlStream m_stream;
};

}  // namespace gridvisit::format::xlsx
