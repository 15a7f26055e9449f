#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format {

/// Tenths shown with one decimal: 324 is 32.4.
struct Decimal {
  std::int64_t tenths = 0;
};

/// What a cell of a workbook holds. Text is never a formula, whatever it begins with. Days and
/// instants that spreadsheets don't know (before 1900-03-01), and numbers of more than 15 digits,
/// which they would round, become text.
using SheetValue =
    std::variant<std::monostate, std::string_view, std::int64_t, Decimal, bool,
                 std::chrono::sys_days, std::chrono::sys_seconds, std::chrono::minutes>;

/// How a cell looks. `tint` is 0xRRGGBB, 0 for none.
struct CellLook {
  enum class Kind { body, title, label, head, total } kind = Kind::body;
  enum class Place { as_its_kind, left, right, center } place = Place::as_its_kind;
  bool wraps = false;
  std::uint32_t tint = 0;

  friend bool operator==(const CellLook&, const CellLook&) = default;
  friend bool operator<(const CellLook& left, const CellLook& right) {
    return std::tie(left.kind, left.place, left.wraps, left.tint) <
           std::tie(right.kind, right.place, right.wraps, right.tint);
  }
};

struct SheetForm {
  std::string_view name;       ///< made to fit: 31 characters, none that may not be there
  std::vector<double> widths;  ///< of the columns, in characters
  std::string_view footer;     ///< on the left of each printed page
};

enum class ChartKind { bars, lines };

/// One row of values, drawn from the columns of a sheet that has been written.
struct ChartSeries {
  std::string_view name;
  std::size_t column = 0;
};

struct SheetChart {
  ChartKind kind = ChartKind::bars;
  std::string_view title;
  std::size_t names_column = 0;
  std::size_t first_row = 0, last_row = 0;
  std::vector<ChartSeries> series;
  std::size_t at_column = 0, at_row = 0;  ///< its upper left corner
};

/// Writes a workbook (.xlsx), sheet by sheet and cell by cell, in bounded memory. Equal calls give
/// equal bytes. Every sheet prints on A4, as wide as one page. What is written lies in nameless
/// temporary files until finish().
class XlsxWriter {
 public:
  static constexpr std::size_t k_most_rows = 1'048'576;

  /// Error(io) if it can't be begun, or the library that it needs is missing. The workbook says
  /// that it was made at `made_at`.
  XlsxWriter(ByteSink sink, std::chrono::sys_seconds made_at);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void begin_sheet(const SheetForm& form);
  /// The next cell of the row. Error(refused) behind the last row that a sheet can have.
  void write(const SheetValue& value, const CellLook& look = {});
  /// Text across the next columns.
  void write_across(std::string_view text, std::size_t columns, const CellLook& look);
  void end_row();
  /// The rows from `first` on are the header of a table of so many columns: they stay in sight, are
  /// printed on every page, and filter what follows up to end_table().
  void end_header(std::size_t first, std::size_t columns);
  void end_table();
  /// Of the current sheet, from 0: the row that is being written.
  std::size_t row() const;
  /// Bars within the cells of a column, from 0 to `most`.
  void draw_bars(std::size_t column, std::size_t first_row, std::size_t last_row, double most);
  /// On the current sheet, from its own cells.
  void draw_chart(const SheetChart& chart);
  /// Hands the workbook to the sink. Nothing may be written afterwards.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace gridvisit::format
