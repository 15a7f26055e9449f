#pragma once

#include <string>
#include <vector>

#include "gridvisit/format/xlsx/number_format.hpp"
#include "gridvisit/format/xlsx/zip_archive.hpp"

namespace gridvisit::format::xlsx {

struct SheetEntry {
  std::string name;
  std::string part;  ///< of the archive
  bool is_hidden = false;
};

/// What a workbook says of itself before its sheets.
struct Workbook {
  std::vector<SheetEntry> sheets;  ///< in their order; charts that fill a sheet are left out
  DayCount day_count = DayCount::from_1900;
  std::string strings_part;  ///< empty: it has none
  std::string styles_part;   ///< empty: it has none
};

/// Error(refused) if the archive is no workbook of this kind, Error(damaged) if parts are missing.
Workbook read_workbook(ZipArchive& archive);

/// The format of each cell style, in the order that cells count them.
std::vector<NumberFormat> read_styles(ZipArchive& archive, const std::string& part);

}  // namespace gridvisit::format::xlsx
