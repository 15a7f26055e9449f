#pragma once

#include <xlsxwriter.h>

namespace gridvisit::format::xlsx {

/// The functions of libxlsxwriter that are used here. It is loaded when the first workbook is
/// written, so that no other run of a program pays for it (it brings 6 MB of other libraries).
struct WriterLibrary {
  decltype(&::workbook_new_opt) workbook_new_opt;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet;
  decltype(&::workbook_add_format) workbook_add_format;
  decltype(&::workbook_add_chart) workbook_add_chart;
  decltype(&::workbook_set_properties) workbook_set_properties;
  decltype(&::workbook_close) workbook_close;
  decltype(&::worksheet_write_string) worksheet_write_string;
  decltype(&::worksheet_write_number) worksheet_write_number;
  decltype(&::worksheet_write_boolean) worksheet_write_boolean;
  decltype(&::worksheet_write_blank) worksheet_write_blank;
  decltype(&::worksheet_merge_range) worksheet_merge_range;
  decltype(&::worksheet_set_column) worksheet_set_column;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
  decltype(&::worksheet_autofilter) worksheet_autofilter;
  decltype(&::worksheet_repeat_rows) worksheet_repeat_rows;
  decltype(&::worksheet_fit_to_pages) worksheet_fit_to_pages;
  decltype(&::worksheet_set_landscape) worksheet_set_landscape;
  decltype(&::worksheet_set_paper) worksheet_set_paper;
  decltype(&::worksheet_set_footer) worksheet_set_footer;
  decltype(&::worksheet_conditional_format_range) worksheet_conditional_format_range;
  decltype(&::worksheet_insert_chart_opt) worksheet_insert_chart_opt;
  decltype(&::format_set_num_format) format_set_num_format;
  decltype(&::format_set_bold) format_set_bold;
  decltype(&::format_set_font_size) format_set_font_size;
  decltype(&::format_set_align) format_set_align;
  decltype(&::format_set_text_wrap) format_set_text_wrap;
  decltype(&::format_set_bg_color) format_set_bg_color;
  decltype(&::format_set_bottom) format_set_bottom;
  decltype(&::format_set_top) format_set_top;
  decltype(&::chart_add_series) chart_add_series;
  decltype(&::chart_series_set_name) chart_series_set_name;
  decltype(&::chart_series_set_categories) chart_series_set_categories;
  decltype(&::chart_series_set_values) chart_series_set_values;
  decltype(&::chart_title_set_name) chart_title_set_name;
  decltype(&::chart_axis_set_reverse) chart_axis_set_reverse;
};

/// Error(io) if the library is not installed.
const WriterLibrary& writer_library();

}  // namespace gridvisit::format::xlsx
