#include <set>

#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

/// The ids of a kind of facts in the contents of the entries after `entry`, and of those that got
/// change times by them.
template <class Identity>
std::set<Identity> written_after(const Tables& tables, FactKind kind, std::int64_t entry) {
  std::set<Identity> ids;
  for (auto at = static_cast<std::size_t>(entry); at < tables.contents.size(); ++at)
    for (const auto& [fact, digest] : tables.contents[at])
      if (fact.first == kind) ids.insert({fact.second});
  for (const auto& stored : tables.change_times)
    if (stored.entry > entry && stored.record.kind == kind) ids.insert({stored.record.id});
  return ids;
}

template <class Identity>
std::vector<Identity> in_order(const std::set<Identity>& ids) {
  return {ids.begin(), ids.end()};
}

}  // namespace

std::vector<AreaId> MemoryChanges::areas(std::int64_t entry) const {
  return in_order(written_after<AreaId>(m_page.tables, FactKind::area, entry));
}

std::vector<WorkerId> MemoryChanges::workers(std::int64_t entry) const {
  return in_order(written_after<WorkerId>(m_page.tables, FactKind::worker, entry));
}

std::vector<AssignmentId> MemoryChanges::assignments(std::int64_t entry) const {
  return in_order(written_after<AssignmentId>(m_page.tables, FactKind::assignment, entry));
}

std::vector<LeaveId> MemoryChanges::leaves(std::int64_t entry) const {
  return in_order(written_after<LeaveId>(m_page.tables, FactKind::leave, entry));
}

std::vector<HouseholdId> MemoryChanges::households(std::int64_t entry) const {
  const auto& tables = m_page.tables;
  auto ids = written_after<HouseholdId>(tables, FactKind::household, entry);
  for (const auto id : written_after<ResidenceId>(tables, FactKind::residence, entry))
    ids.insert(tables.residences.at(id).household);
  for (const auto id : written_after<TagId>(tables, FactKind::tag, entry))
    ids.insert(tables.tags.at(id).household);
  return in_order(ids);
}

std::vector<TagId> MemoryChanges::tags(std::int64_t entry) const {
  return in_order(written_after<TagId>(m_page.tables, FactKind::tag, entry));
}

std::vector<PatrolId> MemoryChanges::patrols(std::int64_t entry) const {
  return in_order(written_after<PatrolId>(m_page.tables, FactKind::patrol, entry));
}

std::vector<HolidayId> MemoryChanges::holidays(std::int64_t entry) const {
  return in_order(written_after<HolidayId>(m_page.tables, FactKind::holiday, entry));
}

}  // namespace gridvisit::store::memory
