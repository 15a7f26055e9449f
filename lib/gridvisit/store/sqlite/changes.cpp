#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_changed_areas = R"sql(
  SELECT id FROM area WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'area'
  ORDER BY 1)sql";

constexpr auto* k_changed_workers = R"sql(
  SELECT id FROM worker WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'worker'
  ORDER BY 1)sql";

constexpr auto* k_changed_assignments = R"sql(
  SELECT id FROM assignment WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'assignment'
  ORDER BY 1)sql";

constexpr auto* k_changed_leaves = R"sql(
  SELECT id FROM leave WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'leave'
  ORDER BY 1)sql";

constexpr auto* k_changed_tags = R"sql(
  SELECT id FROM tag WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'tag'
  ORDER BY 1)sql";

constexpr auto* k_changed_households = R"sql(
  WITH changed (kind, record) AS (
    SELECT kind, record FROM change_times WHERE entry > :entry)
  SELECT id FROM household WHERE entry > :entry
  UNION SELECT household FROM residence WHERE entry > :entry
  UNION SELECT household FROM tag WHERE entry > :entry
  UNION SELECT record FROM changed WHERE kind = 'household'
  UNION SELECT household FROM residence
    WHERE id IN (SELECT record FROM changed WHERE kind = 'residence')
  UNION SELECT household FROM tag WHERE id IN (SELECT record FROM changed WHERE kind = 'tag')
  ORDER BY 1)sql";

constexpr auto* k_changed_holidays = R"sql(
  SELECT id FROM holiday WHERE entry > :entry
  UNION SELECT record FROM change_times WHERE entry > :entry AND kind = 'holiday'
  ORDER BY 1)sql";

constexpr auto* k_new_patrols = R"sql(
  SELECT id FROM patrol WHERE entry > :entry ORDER BY id)sql";

template <class Identity>
std::vector<Identity> ids(Statements& statements, const char* sql, std::int64_t entry) {
  Query query{statements, sql};
  query.bind(":entry", entry);
  std::vector<Identity> result;
  while (query.next()) result.push_back(query.id<Identity>());
  return result;
}

}  // namespace

std::vector<AreaId> SqliteChanges::areas(std::int64_t entry) const {
  return ids<AreaId>(m_page.statements, k_changed_areas, entry);
}

std::vector<WorkerId> SqliteChanges::workers(std::int64_t entry) const {
  return ids<WorkerId>(m_page.statements, k_changed_workers, entry);
}

std::vector<AssignmentId> SqliteChanges::assignments(std::int64_t entry) const {
  return ids<AssignmentId>(m_page.statements, k_changed_assignments, entry);
}

std::vector<LeaveId> SqliteChanges::leaves(std::int64_t entry) const {
  return ids<LeaveId>(m_page.statements, k_changed_leaves, entry);
}

std::vector<HouseholdId> SqliteChanges::households(std::int64_t entry) const {
  return ids<HouseholdId>(m_page.statements, k_changed_households, entry);
}

std::vector<TagId> SqliteChanges::tags(std::int64_t entry) const {
  return ids<TagId>(m_page.statements, k_changed_tags, entry);
}

std::vector<PatrolId> SqliteChanges::patrols(std::int64_t entry) const {
  return ids<PatrolId>(m_page.statements, k_new_patrols, entry);
}

std::vector<HolidayId> SqliteChanges::holidays(std::int64_t entry) const {
  return ids<HolidayId>(m_page.statements, k_changed_holidays, entry);
}

}  // namespace gridvisit::store::sqlite
