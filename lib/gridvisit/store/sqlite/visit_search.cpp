#include <array>

#include <fmt/format.h>

#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

/// {0}: which index leads the way, {1}: what it looks for, {2}: the order. With a leading index
/// on the day, rows come in order of days without being sorted first.
constexpr auto* k_search = R"sql(
  SELECT visit.id, visit.household, visit.worker, visit.day, visit.minute, visit.mode,
    visit.outcome, coalesce(visit_note.text, ''), visit.replaces, visit.recorded_at,
    (SELECT min(later.id) FROM visit AS later WHERE later.replaces = visit.id),
    visit_void.at, visit_void.by, visit_void.reason
  FROM visit {0}
    LEFT JOIN visit_note ON visit_note.visit = visit.id
    LEFT JOIN visit_void ON visit_void.visit = visit.id
  WHERE {1} AND visit.day BETWEEN :first AND :last
    AND (:household IS NULL OR visit.household = :household)
    AND (:worker IS NULL OR visit.worker = :worker)
    AND (:grids IS NULL OR visit.grid IN (SELECT value FROM json_each(:grids)))
    AND (:voided_too OR visit_void.visit IS NULL)
  ORDER BY {2})sql";

constexpr auto* k_written = R"sql(
  visit.id IN (
    WITH RECURSIVE written(id) AS (
      SELECT id FROM visit WHERE entry > :after
      UNION SELECT visit FROM visit_void WHERE entry > :after
      UNION SELECT visit.replaces FROM written JOIN visit USING (id)
        WHERE visit.replaces IS NOT NULL)
    SELECT id FROM written))sql";

struct Lead {
  const char* index;
  const char* condition;
};
constexpr std::array k_leads{
    Lead{"NOT INDEXED", "1"},
    Lead{"", "visit.id = :id"},
    Lead{"", k_written},
    Lead{"INDEXED BY visit_by_household", "visit.household = :household"},
    Lead{"INDEXED BY visit_by_worker", "visit.worker = :worker"},
    Lead{"INDEXED BY visit_by_grid", "visit.grid IN (SELECT value FROM json_each(:grids))"},
};
enum LeadBy : std::size_t { by_scan, by_id, by_entry, by_household, by_worker, by_grid };

constexpr std::array k_orders{
    "visit.day, visit.minute, visit.id",
    "visit.day DESC, visit.minute DESC, visit.id DESC",
    "visit.id",
    "visit.id DESC",
};

using Searches = std::array<std::array<std::string, k_orders.size()>, k_leads.size()>;

Searches all_searches() {
  Searches searches;
  for (std::size_t lead = 0; lead < k_leads.size(); ++lead)
    for (std::size_t order = 0; order < k_orders.size(); ++order)
      searches[lead][order] = fmt::format(fmt::runtime(k_search), k_leads[lead].index,
                                          k_leads[lead].condition, k_orders[order]);
  return searches;
}

const char* search(LeadBy lead, VisitOrder order) {
  static const auto k_searches = all_searches();
  return k_searches[lead][static_cast<std::size_t>(order)].c_str();
}

LeadBy best_lead(const VisitFilter& filter) {
  if (filter.written_after) return by_entry;
  if (filter.household) return by_household;
  if (filter.worker) return by_worker;
  return filter.grids ? by_grid : by_scan;
}

void bind_filter(Query& query, const VisitFilter& filter) {
  if (filter.written_after) query.bind(":after", *filter.written_after);
  query.bind(":household", filter.household)
      .bind(":worker", filter.worker)
      .bind(":first", filter.days.first)
      .bind(":last", filter.days.last)
      .bind(":voided_too", std::int64_t{filter.voided_too ? 1 : 0});
  if (filter.grids) query.bind(":grids", json_array(*filter.grids));
}

VisitRecord read_record(Query& row) {
  VisitRecord record;
  auto& [id, said, recorded_at] = record.visit;
  id = row.id<VisitId>();
  said.household = row.id<HouseholdId>();
  said.worker = row.id<WorkerId>();
  said.day = row.day();
  if (const auto minute = row.optional_number()) said.time = TimeOfDay{*minute};
  said.mode = mode_of(row.number());
  said.outcome = outcome_of(row.number());
  said.note = row.text();
  if (const auto replaces = row.optional_number()) said.replaces = VisitId{*replaces};
  recorded_at = row.instant();
  if (const auto later = row.optional_number()) record.replaced_by = VisitId{*later};
  if (const auto at = row.optional_number()) {
    auto& voided = record.voided.emplace();
    voided.visit = id;
    voided.at = std::chrono::sys_seconds{std::chrono::seconds{*at}};
    voided.by = row.text();
    voided.reason = row.text();
  }
  return record;
}

}  // namespace

std::optional<VisitRecord> SqliteVisits::find(VisitId id) const {
  Query query{m_page.statements, search(by_id, VisitOrder::number)};
  VisitFilter anything;
  anything.voided_too = true;
  bind_filter(query, anything);
  if (!query.bind(":id", id).next()) return std::nullopt;
  return read_record(query);
}

void SqliteVisits::each(const VisitFilter& filter,
                        const std::function<bool(const VisitRecord&)>& see) const {
  Query query{m_page.statements, search(best_lead(filter), filter.order)};
  bind_filter(query, filter);
  while (query.next())
    if (!see(read_record(query))) return;
}

}  // namespace gridvisit::store::sqlite
