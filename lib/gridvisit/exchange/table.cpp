#include "gridvisit/exchange/table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "gridvisit/base/text.hpp"

namespace gridvisit::exchange {
namespace {

constexpr bool k_required = true;

constexpr std::array k_area_columns{Column{Field::area, k_required},
                                    Column{Field::name, k_required}, Column{Field::kind},
                                    Column{Field::parent}, Column{Field::changed_at}};

constexpr std::array k_worker_columns{Column{Field::worker, k_required},
                                      Column{Field::name, k_required}, Column{Field::phone},
                                      Column{Field::changed_at}};

constexpr std::array k_assignment_columns{Column{Field::worker, k_required},
                                          Column{Field::grid, k_required},
                                          Column{Field::role},
                                          Column{Field::from},
                                          Column{Field::until},
                                          Column{Field::changed_at}};

constexpr std::array k_leave_columns{Column{Field::worker, k_required}, Column{Field::from},
                                     Column{Field::until}, Column{Field::kind},
                                     Column{Field::changed_at}};

constexpr std::array k_household_columns{Column{Field::household, k_required},
                                         Column{Field::grid, k_required},
                                         Column{Field::address},
                                         Column{Field::building},
                                         Column{Field::unit},
                                         Column{Field::room},
                                         Column{Field::name},
                                         Column{Field::phone},
                                         Column{Field::people},
                                         Column{Field::situation},
                                         Column{Field::difficulties},
                                         Column{Field::needs},
                                         Column{Field::from},
                                         Column{Field::until},
                                         Column{Field::tags},
                                         Column{Field::changed_at}};

constexpr std::array k_tag_columns{Column{Field::household, k_required},
                                   Column{Field::tag, k_required},
                                   Column{Field::from},
                                   Column{Field::until},
                                   Column{Field::note},
                                   Column{Field::changed_at}};

constexpr std::array k_visit_columns{Column{Field::household, k_required},
                                     Column{Field::worker, k_required},
                                     Column{Field::day, k_required},
                                     Column{Field::mode, k_required},
                                     Column{Field::outcome},
                                     Column{Field::time},
                                     Column{Field::note},
                                     Column{Field::visit},
                                     Column{Field::recorded_at},
                                     Column{Field::voided_at},
                                     Column{Field::void_reason},
                                     Column{Field::replaces}};

constexpr std::array k_patrol_columns{
    Column{Field::grid, k_required}, Column{Field::worker, k_required},
    Column{Field::day, k_required}, Column{Field::half, k_required}, Column{Field::note}};

constexpr std::array k_holiday_columns{Column{Field::day, k_required},
                                       Column{Field::kind, k_required}, Column{Field::name},
                                       Column{Field::changed_at}};

constexpr std::array k_tables{Table{TableKind::areas, "areas", k_area_columns},
                              Table{TableKind::workers, "workers", k_worker_columns},
                              Table{TableKind::assignments, "assignments", k_assignment_columns},
                              Table{TableKind::leave, "leave", k_leave_columns},
                              Table{TableKind::households, "households", k_household_columns},
                              Table{TableKind::tags, "tags", k_tag_columns},
                              Table{TableKind::visits, "visits", k_visit_columns},
                              Table{TableKind::patrols, "patrols", k_patrol_columns},
                              Table{TableKind::holidays, "holidays", k_holiday_columns}};

/// A name of a column; the first of a field is its stable one. One word may name columns of
/// different tables.
struct ColumnName {
  Field field;
  std::string_view name;
};

constexpr auto k_names = std::to_array<ColumnName>({
    {Field::area, "area"},
    {Field::area, "area code"},
    {Field::area, "责任区"},
    {Field::area, "责任区编号"},
    {Field::area, "区域"},
    {Field::area, "区域编号"},
    {Field::parent, "parent"},
    {Field::parent, "上级"},
    {Field::parent, "上级编号"},
    {Field::parent, "上级责任区"},
    {Field::kind, "kind"},
    {Field::kind, "类型"},
    {Field::kind, "级别"},
    {Field::kind, "安排"},
    {Field::kind, "事由"},
    {Field::worker, "worker"},
    {Field::worker, "worker code"},
    {Field::worker, "网格员"},
    {Field::worker, "网格员编号"},
    {Field::worker, "工号"},
    {Field::worker, "走访人"},
    {Field::household, "household"},
    {Field::household, "household code"},
    {Field::household, "户编号"},
    {Field::household, "户号"},
    {Field::household, "户"},
    {Field::grid, "grid"},
    {Field::grid, "网格"},
    {Field::grid, "网格编号"},
    {Field::role, "role"},
    {Field::role, "角色"},
    {Field::role, "职责"},
    {Field::from, "from"},
    {Field::from, "起"},
    {Field::from, "开始日期"},
    {Field::from, "起始日期"},
    {Field::from, "入住日期"},
    {Field::until, "until"},
    {Field::until, "止"},
    {Field::until, "结束日期"},
    {Field::until, "截止日期"},
    {Field::until, "迁出日期"},
    {Field::name, "name"},
    {Field::name, "名称"},
    {Field::name, "姓名"},
    {Field::name, "户主"},
    {Field::name, "户主姓名"},
    {Field::name, "联系人"},
    {Field::name, "节日"},
    {Field::phone, "phone"},
    {Field::phone, "电话"},
    {Field::phone, "手机"},
    {Field::phone, "联系电话"},
    {Field::phone, "手机号"},
    {Field::address, "address"},
    {Field::address, "地址"},
    {Field::address, "住址"},
    {Field::building, "building"},
    {Field::building, "楼栋"},
    {Field::building, "楼号"},
    {Field::building, "栋"},
    {Field::building, "幢"},
    {Field::unit, "unit"},
    {Field::unit, "单元"},
    {Field::room, "room"},
    {Field::room, "房号"},
    {Field::room, "室"},
    {Field::room, "门牌号"},
    {Field::people, "people"},
    {Field::people, "人口"},
    {Field::people, "人数"},
    {Field::people, "人口数"},
    {Field::situation, "situation"},
    {Field::situation, "生活状况"},
    {Field::situation, "家庭情况"},
    {Field::situation, "基本情况"},
    {Field::difficulties, "difficulties"},
    {Field::difficulties, "困难"},
    {Field::difficulties, "存在困难"},
    {Field::needs, "needs"},
    {Field::needs, "需求"},
    {Field::needs, "诉求"},
    {Field::tags, "tags"},
    {Field::tags, "类别"},
    {Field::tags, "标签"},
    {Field::tags, "人员类别"},
    {Field::tag, "tag"},
    {Field::tag, "类别"},
    {Field::tag, "标签"},
    {Field::tag, "人员类别"},
    {Field::note, "note"},
    {Field::note, "内容"},
    {Field::note, "备注"},
    {Field::note, "走访内容"},
    {Field::note, "记录"},
    {Field::note, "巡查内容"},
    {Field::day, "day"},
    {Field::day, "date"},
    {Field::day, "日期"},
    {Field::day, "走访日期"},
    {Field::half, "half"},
    {Field::half, "半天"},
    {Field::half, "时段"},
    {Field::half, "上下午"},
    {Field::mode, "mode"},
    {Field::mode, "方式"},
    {Field::mode, "走访方式"},
    {Field::outcome, "outcome"},
    {Field::outcome, "结果"},
    {Field::outcome, "走访结果"},
    {Field::time, "time"},
    {Field::time, "时间"},
    {Field::time, "走访时间"},
    {Field::visit, "visit"},
    {Field::visit, "走访编号"},
    {Field::visit, "记录编号"},
    {Field::recorded_at, "recorded_at"},
    {Field::recorded_at, "登记时间"},
    {Field::recorded_at, "录入时间"},
    {Field::voided_at, "voided_at"},
    {Field::voided_at, "作废时间"},
    {Field::void_reason, "void_reason"},
    {Field::void_reason, "作废原因"},
    {Field::replaces, "replaces"},
    {Field::replaces, "更正编号"},
    {Field::replaces, "替代"},
    {Field::changed_at, "changed_at"},
    {Field::changed_at, "变更时间"},
    {Field::changed_at, "修改时间"},
});

bool has_column(const Table& table, Field field) {
  return std::ranges::find(table.columns, field, &Column::field) != table.columns.end();
}

}  // namespace

std::span<const Table> all_tables() {
  return k_tables;
}

const Table& table_of(TableKind kind) {
  return *std::ranges::find(k_tables, kind, &Table::kind);
}

std::optional<TableKind> parse_table_kind(std::string_view name) {
  const auto at = std::ranges::find(k_tables, name, &Table::name);
  return at == k_tables.end() ? std::nullopt : std::optional{at->kind};
}

std::string_view name_of(Field field) {
  return std::ranges::find(k_names, field, &ColumnName::field)->name;
}

std::string_view chinese_name_of(Field field) {
  const auto is_wanted = [&](const ColumnName& known) {
    return known.field == field && static_cast<unsigned char>(known.name.front()) >= 0x80;
  };
  return std::ranges::find_if(k_names, is_wanted)->name;
}

bool is_free_text(Field field) {
  constexpr std::array k_free{Field::name,         Field::kind,  Field::phone, Field::address,
                              Field::building,     Field::unit,  Field::room,  Field::situation,
                              Field::difficulties, Field::needs, Field::note,  Field::void_reason};
  return std::ranges::find(k_free, field) != k_free.end();
}

bool is_number(Field field) {
  return field == Field::people || field == Field::visit || field == Field::replaces;
}

bool is_personal(const Table& table, Field field) {
  const bool of_nobody = table.kind == TableKind::areas || table.kind == TableKind::holidays;
  return !of_nobody && is_free_text(field) && field != Field::building;
}

bool is_changeable(const Table& table, Field field) {
  constexpr std::array k_known_by{Field::area, Field::worker, Field::household, Field::role,
                                  Field::tag,  Field::tags,   Field::day,       Field::changed_at};
  if (field == Field::grid && table.kind == TableKind::assignments) return false;
  return std::ranges::find(k_known_by, field) == k_known_by.end();
}

std::optional<Field> field_named(std::string_view name) {
  const auto at = std::ranges::find(k_names, name, &ColumnName::name);
  return at != k_names.end() && name_of(at->field) == name ? std::optional{at->field}
                                                           : std::nullopt;
}

std::optional<Field> find_column(const Table& table, std::string_view header) {
  const auto wanted = fold(trim(header));
  for (const auto& known : k_names)
    if (fold(known.name) == wanted && has_column(table, known.field)) return known.field;
  return std::nullopt;
}

}  // namespace gridvisit::exchange
