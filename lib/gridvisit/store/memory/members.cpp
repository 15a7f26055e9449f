#include <utility>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::vector<Member> MemoryMembers::all() const {
  return records_where(m_page.tables.members, [](const Member&) { return true; });
}

MemberId MemoryMembers::add(const Member& member) {
  auto& members = m_page.tables.members;
  const bool is_worker = member.authority == Authority::worker;
  if (member.user.empty() || is_worker != member.worker.has_value()) throw record_refused();
  if (member.worker) require(m_page.tables.workers, *member.worker);
  if (current_member(all(), member.user) != nullptr) throw record_refused();
  auto added = member;
  added.id = next_id(members);
  added.ended.reset();
  members.emplace(added.id, added);
  m_page.note(FactKind::member, added.id.value, digest_of(added));
  return added.id;
}

void MemoryMembers::end(MemberId member, std::chrono::sys_seconds at) {
  require(m_page.tables.members, member);
  auto& ended = m_page.tables.members.at(member).ended;
  if (ended) throw record_refused();
  ended = at;
  m_page.note(FactKind::member_end, member.value, digest_of_end(at));
}

}  // namespace gridvisit::store::memory
