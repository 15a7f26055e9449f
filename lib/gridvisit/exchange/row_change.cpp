#include "gridvisit/exchange/row_change.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

namespace gridvisit::exchange {
namespace {

constexpr std::size_t k_digits = 3;

void find_edits(RowChange& change, const Row& row, std::string_view checks) {
  for (const auto& column : checked_fields(*row.header->table)) {
    const auto check = checks.substr(0, k_digits);
    const auto cell = row.cell(column.field);
    if (cell && check_of(*cell) != check) change.edited.set(static_cast<std::size_t>(column.field));
    checks.remove_prefix(check.size());
  }
}

/// Fields have names, and a change can still follow the last one.
bool is_sound(const ChangeTimes& times) {
  static constexpr std::chrono::sys_days k_too_late{std::chrono::year{9999} / 1 / 1};
  return times.whole() < k_too_late && std::ranges::all_of(times.fields(), [](const auto& field) {
           return field_named(field.first).has_value() && field.second < k_too_late;
         });
}

}  // namespace

std::string check_of(std::string_view cell) {
  std::uint32_t hash = 2166136261;  // FNV-1a
  for (const unsigned char byte : cell) hash = (hash ^ byte) * 16777619;
  return fmt::format("{:03x}", (hash ^ hash >> 12 ^ hash >> 24) & 0xfff);
}

std::span<const Column> checked_fields(const Table& table) {
  const auto at = std::ranges::find(table.columns, Field::changed_at, &Column::field);
  if (at == table.columns.end()) return {};
  return {table.columns.begin(), at};
}

std::optional<RowChange> change_of(const Row& row, std::string_view cell) {
  const auto sign = cell.find(k_check_sign);
  const auto times = parse_change_times(cell.substr(0, sign));
  if (!times || !is_sound(*times)) return std::nullopt;
  RowChange change{*times};
  if (sign != cell.npos) find_edits(change, row, cell.substr(sign + 1));
  return change;
}

}  // namespace gridvisit::exchange
