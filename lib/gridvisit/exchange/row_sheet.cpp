#include <algorithm>
#include <array>
#include <optional>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/exchange/row_cells.hpp"

namespace gridvisit::exchange {
namespace {

template <class Fields>
bool is_among(Field field, const Fields& fields) {
  return std::ranges::find(fields, field) != fields.end();
}

bool is_day(Field field) {
  return is_among(field, std::array{Field::day, Field::from, Field::until});
}

bool is_instant(Field field) {
  return is_among(field, std::array{Field::recorded_at, Field::voided_at});
}

double width_of(Field field) {
  constexpr double k_code = 16, k_day = 12, k_instant = 22, k_address = 36, k_long = 48,
                   k_usual = 12;
  if (is_day(field)) return k_day;
  if (is_instant(field)) return k_instant;
  if (field == Field::address) return k_address;
  if (is_among(field, std::array{Field::household, Field::grid, Field::phone, Field::visit}))
    return k_code;
  if (is_among(field, std::array{Field::situation, Field::difficulties, Field::needs, Field::note,
                                 Field::void_reason, Field::tags, Field::changed_at}))
    return k_long;
  return k_usual;
}

/// The cell as what its column holds; nothing if it is text.
std::optional<format::SheetValue> typed(Field field, const std::string& cell) {
  if (is_number(field))
    if (const auto number = parse_integer(cell)) return std::int64_t{*number};
  if (is_day(field))
    if (const auto day = parse_iso_day(cell)) return *day;
  if (is_instant(field))
    if (const auto instant = parse_instant(cell)) return *instant;
  if (field == Field::time)
    if (const auto time = parse_time_of_day(cell)) return *time;
  return std::nullopt;
}

/// Import takes one apostrophe off what looks guarded, in every kind of file.
std::string as_imported(const std::string& cell) {
  return format::without_guard(cell) == cell ? cell : "'" + cell;
}

}  // namespace

std::vector<double> sheet_widths(const Table& table) {
  std::vector<double> widths;
  for (const auto& column : table.columns) widths.push_back(width_of(column.field));
  return widths;
}

void write_header(format::XlsxWriter& sheet, const Table& table, HeadsIn language) {
  for (const auto& column : table.columns)
    sheet.write(
        language == HeadsIn::chinese ? chinese_name_of(column.field) : name_of(column.field),
        {.kind = format::CellLook::Kind::head});
  sheet.end_row();
  sheet.end_header(0, table.columns.size());
}

void write_row(format::XlsxWriter& sheet, const Table& table, const Cells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto field = table.columns[at].field;
    if (cells[at].empty())
      sheet.write(std::monostate{});
    else if (const auto value = typed(field, cells[at]))
      sheet.write(*value);
    else
      sheet.write(std::string_view{as_imported(cells[at])},
                  {.wraps = cells[at].find('\n') != std::string::npos});
  }
  sheet.end_row();
}

}  // namespace gridvisit::exchange
