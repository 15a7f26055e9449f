#include "gridvisit/format/xlsx/writer_library.hpp"

#include <dlfcn.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr const char* k_file = "libxlsxwriter.so.4";

[[noreturn]] void throw_missing() {
  throw Error{ErrorKind::io, message("Workbooks can't be written: {0} is not there.", k_file),
              message("Install the package {0}, or name another format.", "libxlsxwriter4")};
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) throw_missing();
}

void find_workbook_functions(void* library, WriterLibrary& into) {
  find(library, "workbook_new_opt", into.workbook_new_opt);
  find(library, "workbook_add_worksheet", into.workbook_add_worksheet);
  find(library, "workbook_add_format", into.workbook_add_format);
  find(library, "workbook_add_chart", into.workbook_add_chart);
  find(library, "workbook_set_properties", into.workbook_set_properties);
  find(library, "workbook_close", into.workbook_close);
}

void find_worksheet_functions(void* library, WriterLibrary& into) {
  find(library, "worksheet_write_string", into.worksheet_write_string);
  find(library, "worksheet_write_number", into.worksheet_write_number);
  find(library, "worksheet_write_boolean", into.worksheet_write_boolean);
  find(library, "worksheet_write_blank", into.worksheet_write_blank);
  find(library, "worksheet_merge_range", into.worksheet_merge_range);
  find(library, "worksheet_set_column", into.worksheet_set_column);
  find(library, "worksheet_freeze_panes", into.worksheet_freeze_panes);
  find(library, "worksheet_autofilter", into.worksheet_autofilter);
  find(library, "worksheet_repeat_rows", into.worksheet_repeat_rows);
  find(library, "worksheet_fit_to_pages", into.worksheet_fit_to_pages);
  find(library, "worksheet_set_landscape", into.worksheet_set_landscape);
  find(library, "worksheet_set_paper", into.worksheet_set_paper);
  find(library, "worksheet_set_footer", into.worksheet_set_footer);
  find(library, "worksheet_conditional_format_range", into.worksheet_conditional_format_range);
  find(library, "worksheet_insert_chart_opt", into.worksheet_insert_chart_opt);
}

void find_format_functions(void* library, WriterLibrary& into) {
  find(library, "format_set_num_format", into.format_set_num_format);
  find(library, "format_set_bold", into.format_set_bold);
  find(library, "format_set_font_size", into.format_set_font_size);
  find(library, "format_set_align", into.format_set_align);
  find(library, "format_set_text_wrap", into.format_set_text_wrap);
  find(library, "format_set_bg_color", into.format_set_bg_color);
  find(library, "format_set_bottom", into.format_set_bottom);
  find(library, "format_set_top", into.format_set_top);
}

void find_chart_functions(void* library, WriterLibrary& into) {
  find(library, "chart_add_series", into.chart_add_series);
  find(library, "chart_series_set_name", into.chart_series_set_name);
  find(library, "chart_series_set_categories", into.chart_series_set_categories);
  find(library, "chart_series_set_values", into.chart_series_set_values);
  find(library, "chart_title_set_name", into.chart_title_set_name);
  find(library, "chart_axis_set_reverse", into.chart_axis_set_reverse);
}

WriterLibrary loaded() {
  void* const library = ::dlopen(k_file, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw_missing();
  WriterLibrary functions{};
  find_workbook_functions(library, functions);
  find_worksheet_functions(library, functions);
  find_format_functions(library, functions);
  find_chart_functions(library, functions);
  return functions;
}

}  // namespace

const WriterLibrary& writer_library() {
  static const WriterLibrary functions = loaded();
  return functions;
}

}  // namespace gridvisit::format::xlsx
