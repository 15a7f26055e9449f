#include "gridvisit/format/xlsx/xlsx_writer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/xlsx/cell_formats.hpp"
#include "gridvisit/format/xlsx/rich_text.hpp"
#include "gridvisit/format/xlsx/sheet_name.hpp"
#include "gridvisit/format/xlsx/writer_library.hpp"
#include "gridvisit/format/xlsx/xml_stream.hpp"
#include "gridvisit/format/xlsx/zip_archive.hpp"

namespace gridvisit::format {
namespace {

using xlsx::NumberLook;
using xlsx::writer_library;

constexpr double k_seconds_of_day = 86'400;
constexpr lxw_color_t k_bar_color = 0x9bc2e6;

[[noreturn]] void throw_unwritable(int why) {
  throw Error{ErrorKind::io, message("The workbook can't be written: {0}.", system_reason(why)),
              message("Free some space in the folder for temporary files (/tmp).")};
}

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw_unwritable(errno == 0 ? EIO : errno);
}

/// The number that a spreadsheet counts the day by, if it knows it.
std::optional<double> serial_of(std::chrono::sys_days day) {
  using namespace std::chrono;
  constexpr sys_days k_zero{year{1899} / 12 / 30}, k_first{year{1900} / 3 / 1};
  if (day < k_first) return std::nullopt;
  return static_cast<double>((day - k_zero).count());
}

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string instant_text(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", day_text(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

/// A footer's own signs stand doubled, and it has room for 255 characters. The space ends the
/// font's size, which a digit would go on with.
std::string footer_of(std::string_view text) {
  constexpr std::size_t k_longest = 200;
  std::string result = "&L&8 ";
  for (const char c : truncate_to(text, k_longest)) result += c == '&' ? "&&" : std::string{c};
  return result + "&R&8 &P / &N";
}

/// The library takes what begins with = for a reference.
std::string as_title(std::string_view text) {
  return text.starts_with('=') ? " " + std::string{text} : std::string{text};
}

RandomBytes bytes_of(std::FILE* file) {
  if (std::fseek(file, 0, SEEK_END) != 0) throw_unwritable(errno);
  const auto size = std::ftell(file);
  if (size < 0) throw_unwritable(errno);
  return {static_cast<std::uint64_t>(size), [file](std::uint64_t offset, std::span<char> into) {
            const auto count =
                ::pread(::fileno(file), into.data(), into.size(), static_cast<off_t>(offset));
            if (count < 0) throw_unwritable(errno);
            return static_cast<std::size_t>(count);
          }};
}

struct FileEnd {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

struct XlsxWriter::State {
  const xlsx::WriterLibrary& library = writer_library();
  ByteSink sink;
  std::unique_ptr<std::FILE, FileEnd> file;  // nameless
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  xlsx::SheetNames names;
  std::string sheet_name;
  xlsx::CellFormats formats{library};
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  std::vector<std::size_t> rows_written;  // of each sheet: those with a cell
  bool row_is_written = false;
  std::optional<lxw_row_t> filter_row;
  lxw_col_t filter_columns = 0;

  void open();
  lxw_format* format_of(const CellLook& look, NumberLook number) {
    return formats.find(workbook, look, number);
  }
  void write_text(std::string_view text, const CellLook& look);
  void write_number(double number, const CellLook& look, NumberLook as);
  void take(lxw_error error);
  void set_up_page(const SheetForm& form) const;
  static std::size_t rows_in(xlsx::ZipArchive& archive, const std::string& part);
  void check_written() const;
  void hand_over() const;

  void operator()(std::monostate, const CellLook& look);
  void operator()(std::string_view text, const CellLook& look) { write_text(text, look); }
  void operator()(std::int64_t number, const CellLook& look);
  void operator()(Decimal decimal, const CellLook& look);
  void operator()(bool yes, const CellLook& look);
  void operator()(std::chrono::sys_days day, const CellLook& look);
  void operator()(std::chrono::sys_seconds instant, const CellLook& look);
  void operator()(std::chrono::minutes time, const CellLook& look);
};

XlsxWriter::XlsxWriter(ByteSink sink, std::chrono::sys_seconds made_at)
    : m_state{std::make_unique<State>()} {
  m_state->sink = std::move(sink);
  m_state->open();
  lxw_doc_properties properties{};
  properties.created = std::chrono::system_clock::to_time_t(made_at);
  check(m_state->library.workbook_set_properties(m_state->workbook, &properties));
}

XlsxWriter::~XlsxWriter() {
  if (m_state->workbook != nullptr) m_state->library.workbook_close(m_state->workbook);
}

void XlsxWriter::State::open() {
  file.reset(std::tmpfile());
  if (!file) throw_unwritable(errno);
  const auto path = fmt::format("/proc/self/fd/{}", ::fileno(file.get()));
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  workbook = library.workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) throw_unwritable(errno);
}

void XlsxWriter::begin_sheet(const SheetForm& form) {
  auto& state = *m_state;
  end_table();
  state.sheet_name = state.names.add(form.name);
  state.sheet = state.library.workbook_add_worksheet(state.workbook, state.sheet_name.c_str());
  if (state.sheet == nullptr) throw_unwritable(EINVAL);
  state.row = 0;
  state.column = 0;
  state.rows_written.push_back(0);
  state.set_up_page(form);
}

void XlsxWriter::State::set_up_page(const SheetForm& form) const {
  constexpr std::uint8_t k_a4 = 9;
  constexpr double k_widest_upright = 95;
  double width = 0;
  for (std::size_t at = 0; at < form.widths.size(); ++at) {
    const auto position = static_cast<lxw_col_t>(at);
    check(library.worksheet_set_column(sheet, position, position, form.widths[at], nullptr));
    width += form.widths[at];
  }
  library.worksheet_set_paper(sheet, k_a4);
  if (width > k_widest_upright) library.worksheet_set_landscape(sheet);
  library.worksheet_fit_to_pages(sheet, 1, 0);
  check(library.worksheet_set_footer(sheet, footer_of(form.footer).c_str()));
}

void XlsxWriter::write(const SheetValue& value, const CellLook& look) {
  if (m_state->row >= k_most_rows)
    throw Error{ErrorKind::refused, message("A sheet holds no more than {0} rows.", k_most_rows),
                message("Write it as CSV, or choose fewer rows.")};
  std::visit([&](const auto& held) { (*m_state)(held, look); }, value);
  ++m_state->column;
}

void XlsxWriter::write_across(std::string_view text, std::size_t columns, const CellLook& look) {
  if (columns < 2) return write(text, look);
  auto& state = *m_state;
  const auto last = static_cast<lxw_col_t>(state.column + columns - 1);
  state.take(state.library.worksheet_merge_range(state.sheet, state.row, state.column, state.row,
                                                 last, xlsx::encode_escapes(text).c_str(),
                                                 state.format_of(look, NumberLook::plain)));
  state.column = static_cast<lxw_col_t>(last + 1);
}

void XlsxWriter::end_row() {
  auto& state = *m_state;
  ++state.row;
  state.column = 0;
  if (std::exchange(state.row_is_written, false)) ++state.rows_written.back();
}

void XlsxWriter::end_header(std::size_t first, std::size_t columns) {
  auto& state = *m_state;
  const auto last = state.row - 1;
  state.library.worksheet_freeze_panes(state.sheet, state.row, 0);
  check(state.library.worksheet_repeat_rows(state.sheet, static_cast<lxw_row_t>(first), last));
  state.filter_row = last;
  state.filter_columns = static_cast<lxw_col_t>(columns);
}

void XlsxWriter::end_table() {
  auto& state = *m_state;
  if (!state.filter_row || state.filter_columns == 0) return;
  const auto first = *std::exchange(state.filter_row, std::nullopt);
  check(state.library.worksheet_autofilter(state.sheet, first, 0, std::max(first, state.row - 1),
                                           static_cast<lxw_col_t>(state.filter_columns - 1)));
}

std::size_t XlsxWriter::row() const {
  return m_state->row;
}

void XlsxWriter::draw_bars(std::size_t column, std::size_t first_row, std::size_t last_row,
                           double most) {
  lxw_conditional_format bars{};
  bars.type = LXW_CONDITIONAL_DATA_BAR;
  bars.data_bar_2010 = LXW_TRUE;
  bars.bar_solid = LXW_TRUE;
  bars.bar_color = k_bar_color;
  bars.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bars.max_value = most;
  check(m_state->library.worksheet_conditional_format_range(
      m_state->sheet, static_cast<lxw_row_t>(first_row), static_cast<lxw_col_t>(column),
      static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(column), &bars));
}

void XlsxWriter::draw_chart(const SheetChart& chart) {
  auto& state = *m_state;
  const auto& library = state.library;
  const bool has_bars = chart.kind == ChartKind::bars;
  auto* drawn =
      library.workbook_add_chart(state.workbook, has_bars ? LXW_CHART_BAR : LXW_CHART_LINE);
  if (drawn == nullptr) throw std::bad_alloc{};
  const auto first = static_cast<lxw_row_t>(chart.first_row);
  const auto last = static_cast<lxw_row_t>(chart.last_row);
  const auto* name = state.sheet_name.c_str();
  const auto names = static_cast<lxw_col_t>(chart.names_column);
  for (const auto& one : chart.series) {
    auto* series = library.chart_add_series(drawn, nullptr, nullptr);
    if (series == nullptr) throw std::bad_alloc{};
    const auto column = static_cast<lxw_col_t>(one.column);
    library.chart_series_set_categories(series, name, first, names, last, names);
    library.chart_series_set_values(series, name, first, column, last, column);
    library.chart_series_set_name(series, as_title(one.name).c_str());
  }
  library.chart_title_set_name(drawn, as_title(chart.title).c_str());
  // The first bar stands at the top, as in the rows.
  if (has_bars) library.chart_axis_set_reverse(drawn->y_axis);
  constexpr double k_row_height = 0.12, k_least = 1.0, k_most = 6.0;
  lxw_chart_options options{};
  options.x_scale = 1.2;
  if (has_bars)
    options.y_scale =
        std::clamp(k_row_height * static_cast<double>(last - first + 1), k_least, k_most);
  else
    options.y_scale = 1;
  check(library.worksheet_insert_chart_opt(state.sheet, static_cast<lxw_row_t>(chart.at_row),
                                           static_cast<lxw_col_t>(chart.at_column), drawn,
                                           &options));
}

void XlsxWriter::finish() {
  end_table();
  auto& state = *m_state;
  check(state.library.workbook_close(std::exchange(state.workbook, nullptr)));
  state.check_written();
  state.hand_over();
}

void XlsxWriter::State::take(lxw_error error) {
  check(error);
  row_is_written = true;
}

std::size_t XlsxWriter::State::rows_in(xlsx::ZipArchive& archive, const std::string& part) {
  std::size_t rows = 0;
  xlsx::XmlEvents events;
  events.start = [&](std::string_view name, const auto&) { rows += name == "row" ? 1 : 0; };
  xlsx::XmlStream{archive.open(part), part, std::move(events)}.read();
  return rows;
}

/// The library does not look whether its temporary files took all rows: a full disk would leave
/// some out, or cut them, without a word. So they are read back and counted.
void XlsxWriter::State::check_written() const try {
  xlsx::ZipArchive archive{bytes_of(file.get())};
  for (std::size_t at = 0; at < rows_written.size(); ++at)
    if (rows_in(archive, fmt::format("xl/worksheets/sheet{}.xml", at + 1)) != rows_written[at])
      throw_unwritable(ENOSPC);
} catch (const Error& error) {
  if (error.kind() == ErrorKind::io) throw;
  throw_unwritable(ENOSPC);
}

void XlsxWriter::State::hand_over() const {
  std::array<char, 65536> chunk{};
  std::rewind(file.get());
  while (const auto count = std::fread(chunk.data(), 1, chunk.size(), file.get()))
    sink({chunk.data(), count});
  if (std::ferror(file.get()) != 0) throw_unwritable(errno);
}

void XlsxWriter::State::write_text(std::string_view text, const CellLook& look) {
  take(library.worksheet_write_string(sheet, row, column, xlsx::encode_escapes(text).c_str(),
                                      format_of(look, NumberLook::plain)));
}

void XlsxWriter::State::write_number(double number, const CellLook& look, NumberLook as) {
  take(library.worksheet_write_number(sheet, row, column, number, format_of(look, as)));
}

void XlsxWriter::State::operator()(std::monostate, const CellLook& look) {
  if (look == CellLook{}) return;
  take(library.worksheet_write_blank(sheet, row, column, format_of(look, NumberLook::plain)));
}

void XlsxWriter::State::operator()(std::int64_t number, const CellLook& look) {
  constexpr std::int64_t k_first_inexact = 1'000'000'000'000'000;
  if (number > -k_first_inexact && number < k_first_inexact)
    write_number(static_cast<double>(number), look, NumberLook::plain);
  else
    write_text(fmt::format("{}", number), look);
}

void XlsxWriter::State::operator()(Decimal decimal, const CellLook& look) {
  constexpr double k_tenths = 10;
  write_number(static_cast<double>(decimal.tenths) / k_tenths, look, NumberLook::decimal);
}

void XlsxWriter::State::operator()(bool yes, const CellLook& look) {
  take(library.worksheet_write_boolean(sheet, row, column, yes ? 1 : 0,
                                       format_of(look, NumberLook::plain)));
}

void XlsxWriter::State::operator()(std::chrono::sys_days day, const CellLook& look) {
  if (const auto serial = serial_of(day))
    write_number(*serial, look, NumberLook::day);
  else
    write_text(day_text(day), look);
}

void XlsxWriter::State::operator()(std::chrono::sys_seconds instant, const CellLook& look) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto seconds = static_cast<double>((instant - day).count());
  if (const auto serial = serial_of(day))
    write_number(*serial + seconds / k_seconds_of_day, look, NumberLook::instant);
  else
    write_text(instant_text(instant), look);
}

void XlsxWriter::State::operator()(std::chrono::minutes time, const CellLook& look) {
  constexpr double k_minutes_of_day = 1440;
  write_number(static_cast<double>(time.count()) / k_minutes_of_day, look, NumberLook::time);
}

}  // namespace gridvisit::format
