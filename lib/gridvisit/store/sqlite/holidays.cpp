#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_in = R"sql(
  SELECT id, day, kind, name FROM holiday WHERE day BETWEEN :first AND :last ORDER BY day)sql";

constexpr auto* k_get_holiday = R"sql(
  SELECT id, day, kind, name FROM holiday WHERE id = :id)sql";

constexpr auto* k_insert_holiday = R"sql(
  INSERT INTO holiday (day, kind, name, checksum, entry)
  VALUES (:day, :kind, :name, :checksum, :entry))sql";

constexpr auto* k_update_holiday = R"sql(
  UPDATE holiday SET day = :day, kind = :kind, name = :name, checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Holiday read_holiday(Query& row) {
  Holiday holiday;
  holiday.id = row.id<HolidayId>();
  holiday.day = row.day();
  holiday.kind = day_kind_of(row.text());
  holiday.name = row.text();
  return holiday;
}

Query& bind_fields(Query& query, const Holiday& holiday, Writing& writing) {
  query.bind(":day", holiday.day)
      .bind(":kind", gridvisit::to_string(holiday.kind))
      .bind(":name", holiday.name);
  return writing.sign(query, FactKind::holiday, digest_of(holiday));
}

}  // namespace

std::optional<Holiday> SqliteHolidays::find(Day day) const {
  const auto found = in({day, day});
  return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<Holiday> SqliteHolidays::in(const DayRange& days) const {
  Query query{m_page.statements, k_in};
  query.bind(":first", days.first).bind(":last", days.last);
  std::vector<Holiday> holidays;
  while (query.next()) holidays.push_back(read_holiday(query));
  return holidays;
}

HolidayId SqliteHolidays::add(const Holiday& holiday) {
  Query query{m_page.statements, k_insert_holiday};
  if (!bind_fields(query, holiday, m_page.writing).run_unless_taken()) throw day_taken(holiday.day);
  return m_page.statements.last_inserted<HolidayId>();
}

void SqliteHolidays::update(const Holiday& holiday) {
  note_update(m_page, k_get_holiday, read_holiday, holiday);
  Query query{m_page.statements, k_update_holiday};
  if (!bind_fields(query, holiday, m_page.writing).bind(":id", holiday.id).run_unless_taken())
    throw day_taken(holiday.day);
}

}  // namespace gridvisit::store::sqlite
