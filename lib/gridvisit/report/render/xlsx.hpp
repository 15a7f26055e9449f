#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gridvisit/format/xlsx/xlsx_writer.hpp"
#include "gridvisit/report/render/render.hpp"

/// Inside of the renderer for workbooks. Not for other rooms.
namespace gridvisit::report {

/// A workbook that is being written, and the language of its reader.
struct XlsxPage {
  format::XlsxWriter& writer;
  const l10n::Catalog& catalog;
  std::string footer;
};

/// A figure as a sheet of its numbers with the native chart beside them.
void write_figure_sheet(const Figure& figure, const XlsxPage& page);

/// Tracks how wide the columns of a sheet have to be for what stands in them.
class ColumnWidths {
 public:
  void see(std::size_t column, std::string_view text);
  /// In characters, with room for the arrow of a filter.
  std::vector<double> widths() const;

 private:
  std::vector<std::size_t> m_widths;
};

}  // namespace gridvisit::report
