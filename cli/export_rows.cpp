#include "export_rows.hpp"

#include <utility>

namespace gridvisit::cli {
namespace {

constexpr std::size_t k_flush_at = 65536;

TextId sheet_name_of(exchange::TableKind kind) {
  switch (kind) {
    case exchange::TableKind::areas:
      return translatable_in("sheet", "Areas");
    case exchange::TableKind::workers:
      return translatable_in("sheet", "Workers");
    case exchange::TableKind::assignments:
      return translatable_in("sheet", "Assignments");
    case exchange::TableKind::leave:
      return translatable_in("sheet", "Leave");
    case exchange::TableKind::households:
      return translatable_in("sheet", "Households");
    case exchange::TableKind::tags:
      return translatable_in("sheet", "Tags");
    case exchange::TableKind::patrols:
      return translatable_in("sheet", "Patrols");
    case exchange::TableKind::holidays:
      return translatable_in("sheet", "Holidays");
    case exchange::TableKind::visits:
      break;
  }
  return translatable_in("sheet", "Visits");
}

}  // namespace

RowWriter::RowWriter(const RowsWanted& wanted, format::ByteSink sink)
    : m_table{wanted.table},
      m_format{wanted.format},
      m_sink{sink},
      m_csv{std::move(sink), wanted.style} {
  if (m_format == report::Format::csv) write_header(m_csv, m_table);
  if (m_format == report::Format::xlsx) begin_workbook(wanted.catalog);
}

/// What a workbook says of when it was made must not differ from one export to the next.
void RowWriter::begin_workbook(const l10n::Catalog& catalog) {
  constexpr Day k_made_on{std::chrono::year{2000} / 1 / 1};
  const auto name = catalog.text(sheet_name_of(m_table.kind));
  m_workbook = std::make_unique<format::XlsxWriter>(m_sink, k_made_on);
  m_workbook->begin_sheet({name, exchange::sheet_widths(m_table), name});
  const auto heads = catalog.language() == l10n::Language::zh ? exchange::HeadsIn::chinese
                                                              : exchange::HeadsIn::english;
  write_header(*m_workbook, m_table, heads);
}

void RowWriter::write(const exchange::Cells& cells) {
  if (m_format == report::Format::csv)
    write_row(m_csv, m_table, cells);
  else if (m_workbook)
    write_row(*m_workbook, m_table, cells);
  else
    write_line(cells);
}

void RowWriter::write_line(const exchange::Cells& cells) {
  m_json.clear();
  write_row(m_json, m_table, cells);
  m_lines += m_json.text();
  m_lines += '\n';
  if (m_lines.size() >= k_flush_at) flush();
}

void RowWriter::flush() {
  m_sink(m_lines);
  m_lines.clear();
}

void RowWriter::finish() {
  if (m_format == report::Format::csv)
    m_csv.finish();
  else if (m_workbook)
    m_workbook->finish();
  else
    flush();
}

}  // namespace gridvisit::cli
