#include <ostream>

#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

/// Text that people fill may be taken for a formula; words, days and numbers can't.
void write_cell(format::CsvWriter& csv, const Cell& cell) {
  const auto text = text_for_machines(cell);
  if (std::holds_alternative<std::string>(cell) || std::holds_alternative<Message>(cell))
    csv.free_text(text);
  else
    csv.field(text);
}

}  // namespace

void render_csv(const Document& document, std::ostream& out) {
  const auto& table = machine_table(document);
  if (table.columns.empty()) return;
  format::CsvWriter csv{[&](std::string_view bytes) { out << bytes; }};
  for (const auto& column : table.columns) csv.field(column.key);
  csv.end_row();
  for (const auto& row : table.rows) {
    for (const auto& cell : row) write_cell(csv, cell);
    csv.end_row();
  }
  csv.finish();
}

}  // namespace gridvisit::report
