#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Makes workbooks as spreadsheet programs write them, and others that none would.
namespace gridvisit::tests {

struct Part {
  std::string name;
  std::string text;
  bool is_packed = false;
};

/// The parts as a ZIP archive.
std::string zip_of(const std::vector<Part>& parts);

struct SheetXml {
  std::string name = "Sheet1";
  std::string rows;             ///< what stands within <sheetData>
  std::string attributes = {};  ///< of the sheet in the workbook: state="hidden"
  std::string behind = {};      ///< what stands behind the rows: <mergeCells>
};

struct WorkbookXml {
  std::vector<SheetXml> sheets;
  std::string strings = {};     ///< what stands within <sst>; empty: no such part
  std::string formats = {};     ///< <numFmt>s
  std::string styles = {};      ///< <xf>s of cells
  std::string properties = {};  ///< of the workbook: date1904="1"
  std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  std::string prefix = {};  ///< of the elements, with its colon; the rows must have it too
};

std::vector<Part> parts_of(const WorkbookXml& workbook);
std::string file_of(const WorkbookXml& workbook);
/// A workbook of one sheet.
std::string file_of_rows(std::string_view rows);

/// <row> elements of cells with inline strings.
std::string inline_rows(const std::vector<std::vector<std::string>>& rows);

}  // namespace gridvisit::tests
