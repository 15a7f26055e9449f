#include <algorithm>
#include <set>
#include <tuple>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

bool fits(const Tables& tables, const VisitFilter& filter, const Visit& visit) {
  const auto& said = visit.said;
  if (filter.household && said.household != *filter.household) return false;
  if (filter.worker && said.worker != *filter.worker) return false;
  if (!filter.days.contains(said.day)) return false;
  if (!filter.voided_too && tables.voids.contains(visit.id)) return false;
  if (!filter.grids) return true;
  const auto grid = grid_on(tables, said.household, said.day);
  return std::ranges::find(*filter.grids, grid) != filter.grids->end();
}

std::optional<VisitId> replaced_by(const Tables& tables, VisitId visit) {
  return tables.visits.at(visit).said.replaces;
}

/// The visits that entries after `entry` added or voided, and those that such visits replace.
std::set<VisitId> written_after(const Tables& tables, std::int64_t entry) {
  std::set<VisitId> ids;
  for (auto at = static_cast<std::size_t>(entry); at < tables.contents.size(); ++at)
    for (const auto& [fact, digest] : tables.contents[at]) {
      if (fact.first != FactKind::visit && fact.first != FactKind::cancellation) continue;
      for (std::optional<VisitId> id = VisitId{fact.second}; id; id = replaced_by(tables, *id))
        ids.insert(*id);
    }
  return ids;
}

bool comes_before(VisitOrder order, const Visit& left, const Visit& right) {
  const auto by_day = [](const Visit& visit) {
    return std::tie(visit.said.day, visit.said.time, visit.id);
  };
  switch (order) {
    case VisitOrder::oldest_first:
      return by_day(left) < by_day(right);
    case VisitOrder::newest_first:
      return by_day(right) < by_day(left);
    case VisitOrder::number:
      return left.id < right.id;
    case VisitOrder::last_recorded:
      break;
  }
  return right.id < left.id;
}

VisitRecord record_of(const Tables& tables, const Visit& visit) {
  VisitRecord record{visit, std::nullopt, std::nullopt};
  if (const auto found = tables.voids.find(visit.id); found != tables.voids.end())
    record.voided = found->second;
  for (const auto& [id, other] : tables.visits)
    if (other.said.replaces == visit.id && !record.replaced_by) record.replaced_by = id;
  return record;
}

}  // namespace

std::optional<VisitRecord> MemoryVisits::find(VisitId id) const {
  const auto found = m_page.tables.visits.find(id);
  if (found == m_page.tables.visits.end()) return std::nullopt;
  return record_of(m_page.tables, found->second);
}

void MemoryVisits::each(const VisitFilter& filter,
                        const std::function<bool(const VisitRecord&)>& see) const {
  const auto& tables = m_page.tables;
  std::optional<std::set<VisitId>> written;
  if (filter.written_after) written = written_after(tables, *filter.written_after);
  auto visits = records_where(tables.visits, [&](const Visit& visit) {
    return (!written || written->contains(visit.id)) && fits(tables, filter, visit);
  });
  std::ranges::sort(visits, [&](const Visit& left, const Visit& right) {
    return comes_before(filter.order, left, right);
  });
  for (const auto& visit : visits)
    if (!see(record_of(m_page.tables, visit))) return;
}

bool MemoryVisits::any_on(HouseholdId household, Day day) const {
  return std::ranges::any_of(m_page.tables.visits, [&](const auto& entry) {
    const auto& said = entry.second.said;
    return said.household == household && said.day == day;
  });
}

std::uint64_t MemoryVisits::count() const {
  return m_page.tables.visits.size();
}

VisitId MemoryVisits::add(const VisitDraft& draft, std::chrono::sys_seconds recorded_at) {
  const Visit visit{next_id(m_page.tables.visits), draft, recorded_at};
  add(visit);
  return visit.id;
}

void MemoryVisits::add(const Visit& visit) {
  if (m_page.tables.visits.contains(visit.id)) throw visit_number_taken(visit.id);
  if (visit.id.value < 1) throw record_refused();
  require(m_page.tables.households, visit.said.household);
  require(m_page.tables.workers, visit.said.worker);
  if (visit.said.replaces) require(m_page.tables.visits, *visit.said.replaces);
  m_page.tables.visits[visit.id] = visit;
  m_page.note(FactKind::visit, visit.id.value,
              digest_of(visit, note_digest(visit.said.note).digest));
}

void MemoryVisits::add(std::span<const Visit> visits) {
  for (const auto& visit : visits) add(visit);
}

void MemoryVisits::add(const Void& cancellation) {
  if (!m_page.tables.visits.contains(cancellation.visit)) throw visit_unknown(cancellation.visit);
  if (cancellation.reason.empty()) throw record_refused();
  if (!m_page.tables.voids.emplace(cancellation.visit, cancellation).second)
    throw visit_voided_already(cancellation.visit);
  m_page.note(FactKind::cancellation, cancellation.visit.value, digest_of(cancellation));
}

std::vector<Patrol> MemoryVisits::patrols(AreaId grid, const DayRange& days) const {
  auto patrols = records_where(m_page.tables.patrols, [&](const Patrol& patrol) {
    return patrol.grid == grid && days.contains(patrol.day);
  });
  std::ranges::sort(patrols, {}, [](const Patrol& patrol) {
    return std::tuple{patrol.day, patrol.half, patrol.id};
  });
  return patrols;
}

PatrolId MemoryVisits::add(const Patrol& patrol) {
  require(m_page.tables.areas, patrol.grid);
  require(m_page.tables.workers, patrol.worker);
  auto added = patrol;
  added.id = next_id(m_page.tables.patrols);
  m_page.tables.patrols[added.id] = added;
  m_page.note(FactKind::patrol, added.id.value, digest_of(added, note_digest(added.note).digest));
  return added.id;
}

}  // namespace gridvisit::store::memory
