#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

/// The tables that come in and go out as files: their columns, and what people call them.
namespace gridvisit::exchange {

/// In the order in which they name records of one another.
enum class TableKind {
  areas,
  workers,
  assignments,
  leave,
  households,
  tags,
  visits,
  patrols,
  holidays
};

/// What a column holds, whatever the table. The last one counts them.
enum class Field : std::size_t {
  area,
  parent,
  kind,
  worker,
  household,
  grid,
  role,
  from,
  until,
  name,
  phone,
  address,
  building,
  unit,
  room,
  people,
  situation,
  difficulties,
  needs,
  tags,
  tag,
  note,
  day,
  half,
  mode,
  outcome,
  time,
  visit,
  recorded_at,
  voided_at,
  void_reason,
  replaces,
  changed_at,
  count,
};

inline constexpr auto k_field_count = static_cast<std::size_t>(Field::count);

struct Column {
  Field field = Field::count;
  bool required = false;
};

struct Table {
  TableKind kind;
  std::string_view name;  ///< stable: areas, workers, …
  std::span<const Column> columns;
};

const Table& table_of(TableKind kind);
/// By its stable name; nothing for another word.
std::optional<TableKind> parse_table_kind(std::string_view name);
std::span<const Table> all_tables();

/// The stable name of the column: household, grid, …
std::string_view name_of(Field field);
/// By its stable name; nothing for another word.
std::optional<Field> field_named(std::string_view name);
/// What a Chinese file may call the column: 户编号, 网格, …
std::string_view chinese_name_of(Field field);
/// Text that people fill freely: guarded against formulas on its way out.
bool is_free_text(Field field);
bool is_number(Field field);
/// What tells who somebody is, where they live, or what was written about them.
bool is_personal(const Table& table, Field field);
/// What of a record can be changed, so that changed_at tells when it was: not what it is known by.
bool is_changeable(const Table& table, Field field);
/// The column of `table` that a header cell names, in English or Chinese, in any case or width.
std::optional<Field> find_column(const Table& table, std::string_view header);

}  // namespace gridvisit::exchange
