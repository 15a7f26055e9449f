#pragma once

#include <map>
#include <utility>

#include "gridvisit/format/xlsx/writer_library.hpp"
#include "gridvisit/format/xlsx/xlsx_writer.hpp"

namespace gridvisit::format::xlsx {

/// How the number in a cell is shown.
enum class NumberLook { plain, decimal, day, time, instant };

/// The formats of the cells of one workbook, each made once.
class CellFormats {
 public:
  explicit CellFormats(const WriterLibrary& library) : m_library{library} {}

  lxw_format* find(lxw_workbook* workbook, const CellLook& look, NumberLook number);

 private:
  lxw_format* made(lxw_workbook* workbook, const CellLook& look, NumberLook number) const;
  void place(lxw_format* format, const CellLook& look, bool is_number) const;

  const WriterLibrary& m_library;
  std::map<std::pair<CellLook, NumberLook>, lxw_format*> m_formats;
};

}  // namespace gridvisit::format::xlsx
