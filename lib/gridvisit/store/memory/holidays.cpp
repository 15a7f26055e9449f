#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::optional<Holiday> MemoryHolidays::find(Day day) const {
  const auto found = in({day, day});
  return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<Holiday> MemoryHolidays::in(const DayRange& days) const {
  auto holidays = records_where(m_page.tables.holidays,
                                [&](const Holiday& holiday) { return days.contains(holiday.day); });
  std::ranges::sort(holidays, {}, &Holiday::day);
  return holidays;
}

HolidayId MemoryHolidays::add(const Holiday& holiday) {
  auto added = holiday;
  added.id = next_id(m_page.tables.holidays);
  save(added);
  return added.id;
}

void MemoryHolidays::update(const Holiday& holiday) {
  note_update(m_page, m_page.tables.holidays, holiday);
  save(holiday);
}

void MemoryHolidays::save(const Holiday& holiday) {
  if (const auto holder = find(holiday.day); holder && holder->id != holiday.id)
    throw day_taken(holiday.day);
  m_page.tables.holidays[holiday.id] = holiday;
  m_page.note(FactKind::holiday, holiday.id.value, digest_of(holiday));
}

}  // namespace gridvisit::store::memory
