#include "gridvisit/format/xlsx/cell_formats.hpp"

#include <new>

namespace gridvisit::format::xlsx {
namespace {

constexpr lxw_color_t k_head_color = 0xdce6f1;
constexpr double k_title_size = 14;

const char* code_of(NumberLook look) {
  switch (look) {
    case NumberLook::decimal:
      return "0.0";
    case NumberLook::day:
      return R"(yyyy\-mm\-dd)";
    case NumberLook::time:
      return "hh:mm";
    case NumberLook::instant:
      return R"(yyyy\-mm\-dd"T"hh:mm:ss"Z")";
    case NumberLook::plain:
      break;
  }
  return "General";
}

}  // namespace

lxw_format* CellFormats::find(lxw_workbook* workbook, const CellLook& look, NumberLook number) {
  auto& format = m_formats[{look, number}];
  if (format == nullptr) format = made(workbook, look, number);
  return format;
}

lxw_format* CellFormats::made(lxw_workbook* workbook, const CellLook& look,
                              NumberLook number) const {
  auto* format = m_library.workbook_add_format(workbook);
  if (format == nullptr) throw std::bad_alloc{};
  m_library.format_set_num_format(format, code_of(number));
  m_library.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (look.kind != CellLook::Kind::body) m_library.format_set_bold(format);
  if (look.kind == CellLook::Kind::title) m_library.format_set_font_size(format, k_title_size);
  if (look.kind == CellLook::Kind::head) {
    m_library.format_set_bg_color(format, k_head_color);
    m_library.format_set_bottom(format, LXW_BORDER_THIN);
  }
  if (look.kind == CellLook::Kind::total) m_library.format_set_top(format, LXW_BORDER_THIN);
  if (look.tint != 0) m_library.format_set_bg_color(format, look.tint);
  if (look.wraps) m_library.format_set_text_wrap(format);
  place(format, look, number != NumberLook::plain);
  return format;
}

void CellFormats::place(lxw_format* format, const CellLook& look, bool is_number) const {
  switch (look.place) {
    case CellLook::Place::left:
      return m_library.format_set_align(format, LXW_ALIGN_LEFT);
    case CellLook::Place::right:
      return m_library.format_set_align(format, LXW_ALIGN_RIGHT);
    case CellLook::Place::center:
      return m_library.format_set_align(format, LXW_ALIGN_CENTER);
    case CellLook::Place::as_its_kind:
      if (is_number) m_library.format_set_align(format, LXW_ALIGN_RIGHT);
  }
}

}  // namespace gridvisit::format::xlsx
