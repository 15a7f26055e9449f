#pragma once

#include <string>
#include <vector>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/format/json.hpp"
#include "gridvisit/format/xlsx/xlsx_writer.hpp"

/// Rows on their way out: one cell for each column of the table, in its order.
namespace gridvisit::exchange {

using Cells = std::vector<std::string>;

Cells cells_of(const AreaRow& row);
Cells cells_of(const WorkerRow& row);
Cells cells_of(const AssignmentRow& row);
Cells cells_of(const LeaveRow& row);
Cells cells_of(const HouseholdRow& row);
Cells cells_of(const TagRow& row);
Cells cells_of(const VisitRow& row);
Cells cells_of(const PatrolRow& row);
Cells cells_of(const HolidayRow& row);

/// Adds what tells import which cells somebody has edited since (row_change.hpp), if the row tells
/// when it was changed.
void add_checks(Cells& cells, const Table& table);

/// What stands for text that is left out as a whole.
inline constexpr std::string_view k_masked_text = "***";

/// Personal data as it may leave without a reason: names and phones in part, the address to the
/// building, what people wrote not at all. Codes, days and tags stay.
void mask(WorkerRow& row);
void mask(LeaveRow& row);
void mask(HouseholdRow& row);
void mask(TagRow& row);
void mask(VisitRow& row);
void mask(PatrolRow& row);

void write_header(format::CsvWriter& csv, const Table& table);
void write_row(format::CsvWriter& csv, const Table& table, const Cells& cells);
/// One object: numbers are numbers, an empty cell is null.
void write_row(format::JsonWriter& json, const Table& table, const Cells& cells);

enum class HeadsIn { english, chinese };  ///< import reads both
/// How wide the columns of a sheet are: its rows aren't known when it begins.
std::vector<double> sheet_widths(const Table& table);
void write_header(format::XlsxWriter& sheet, const Table& table, HeadsIn language);
/// Numbers, days, times and instants are such; codes, phones and all else are text.
void write_row(format::XlsxWriter& sheet, const Table& table, const Cells& cells);

}  // namespace gridvisit::exchange
