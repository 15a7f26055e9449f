#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gridvisit/domain/change_times.hpp"
#include "gridvisit/exchange/row_reader.hpp"

/// What the column changed_at tells: when the row was changed in the database that it is from, and
/// behind a sign a check of each cell before it, by which import knows what somebody has edited
/// since: `2026-10-05T08:00:00Z;phone@2026-11-03T09:30:00Z#1f02c93aa`.
namespace gridvisit::exchange {

struct RowChange {
  ChangeTimes times;
  std::bitset<k_field_count> edited = {};  ///< since the row was exported

  bool is_edited(Field field) const { return edited[static_cast<std::size_t>(field)]; }
};

inline constexpr char k_check_sign = '#';
/// Three hexadecimal digits: one edit in 4,096 is not seen.
std::string check_of(std::string_view cell);
/// The columns before changed_at; none in a table that has it not.
std::span<const Column> checked_fields(const Table& table);

/// Of the row's own cell; nothing if it can't be read.
std::optional<RowChange> change_of(const Row& row, std::string_view cell);

}  // namespace gridvisit::exchange
