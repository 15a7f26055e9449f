#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_in = R"sql(
  SELECT id, day, kind, name FROM holiday WHERE day BETWEEN :first AND :last ORDER BY day)sql";

constexpr auto* k_insert_holiday = R"sql(
  INSERT INTO holiday (day, kind, name, checksum, entry)
  VALUES (:day, :kind, :name, :checksum, :entry))sql";

constexpr auto* k_update_holiday = R"sql(
  UPDATE holiday SET day = :day, kind = :kind, name = :name, checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

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
  while (query.next()) {
    auto& holiday = holidays.emplace_back();
    holiday.id = query.id<HolidayId>();
    holiday.day = query.day();
    holiday.kind = day_kind_of(query.text());
    holiday.name = query.text();
  }
  return holidays;
}

HolidayId SqliteHolidays::add(const Holiday& holiday) {
  Query query{m_page.statements, k_insert_holiday};
  if (!bind_fields(query, holiday, m_page.writing).run_unless_taken()) throw day_taken(holiday.day);
  return m_page.statements.last_inserted<HolidayId>();
}

void SqliteHolidays::update(const Holiday& holiday) {
  Query query{m_page.statements, k_update_holiday};
  if (!bind_fields(query, holiday, m_page.writing).bind(":id", holiday.id).run_unless_taken())
    throw day_taken(holiday.day);
  m_page.statements.require_changed();
}

}  // namespace gridvisit::store::sqlite
