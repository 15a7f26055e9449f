#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_members = R"sql(
  SELECT id, user, authority, worker, since, member_end.at
  FROM member LEFT JOIN member_end ON member_end.member = member.id
  ORDER BY id)sql";

constexpr auto* k_insert_member = R"sql(
  INSERT INTO member (user, authority, worker, since, checksum, entry)
  VALUES (:user, :authority, :worker, :since, :checksum, :entry))sql";

constexpr auto* k_end = R"sql(
  INSERT INTO member_end (member, at, checksum, entry)
  VALUES (:member, :at, :checksum, :entry))sql";

}  // namespace

std::vector<Member> SqliteMembers::all() const {
  Query query{m_page.statements, k_all_members};
  std::vector<Member> members;
  while (query.next()) {
    auto& member = members.emplace_back();
    member.id = query.id<MemberId>();
    member.user = query.text();
    member.authority = authority_of(query.text());
    if (const auto worker = query.optional_number()) member.worker = WorkerId{*worker};
    member.since = query.instant();
    if (const auto at = query.optional_number())
      member.ended = std::chrono::sys_seconds{std::chrono::seconds{*at}};
  }
  return members;
}

MemberId SqliteMembers::add(const Member& member) {
  Query query{m_page.statements, k_insert_member};
  query.bind(":user", member.user)
      .bind(":authority", to_string(member.authority))
      .bind(":worker", member.worker)
      .bind(":since", member.since);
  m_page.writing.sign(query, FactKind::member, digest_of(member)).run();
  return m_page.statements.last_inserted<MemberId>();
}

void SqliteMembers::end(MemberId member, std::chrono::sys_seconds at) {
  Query query{m_page.statements, k_end};
  query.bind(":member", member).bind(":at", at);
  m_page.writing.sign(query, FactKind::member_end, digest_of_end(at)).run();
}

}  // namespace gridvisit::store::sqlite
