#include "gridvisit/usecase/edit_members.hpp"

#include <algorithm>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

/// What separates names elsewhere (in sudo's rules, in the password file) can stand in none.
void check_user(std::string_view user) {
  constexpr std::size_t k_longest = 256;
  const bool sound = !user.empty() && user.size() <= k_longest && !user.starts_with('-') &&
                     user.find_first_of(" \t:,/=%#!\"'\\") == user.npos &&
                     !find_invalid_utf8(user) && !find_forbidden_character(user, false);
  if (!sound)
    refuse(message("`{0}` can't be the name of a user of this machine.", user),
           message("Give the name that `id` prints for them."));
}

Member member_called(const store::Session& session, std::string_view user) {
  const auto all = session.members().all();
  if (const auto* member = current_member(all, user)) return *member;
  std::vector<std::string> users;
  for (const auto& member : all)
    if (!member.ended) users.push_back(member.user);
  throw Error{ErrorKind::not_found, message("{0} is no member of this database.", user),
              message("`gridvisit member list` shows the members."), nearest(user, users)};
}

void require_administrator(const store::Session& session) {
  const auto is_one = [](const Member& member) {
    return !member.ended && member.authority == Authority::administrator;
  };
  if (std::ranges::any_of(session.members().all(), is_one)) return;
  refuse(message("There would be no administrator."),
         message("Make somebody an administrator first: `gridvisit member add USER "
                 "administrator`."));
}

/// The role and, for a worker, as whom.
void take(const store::Session& session, const MemberFields& fields, Member& member) {
  member.authority = fields.authority.value_or(member.authority);
  if (fields.worker) member.worker = worker_coded(session, *fields.worker).id;
  const bool is_worker = member.authority == Authority::worker;
  if (is_worker && !member.worker)
    refuse(message("Which worker {0} is has not been said.", member.user),
           message("Add --worker CODE."));
  if (is_worker) return;
  if (fields.worker)
    refuse(message("Only a worker has a worker's code."),
           message("Leave out --worker: coordinators and administrators say --as WORKER."));
  member.worker.reset();
}

report::MemberLine begin(store::Session& session, Member member, const Desk& desk) {
  member.since = desk.authorship.at;
  member.id = session.members().add(member);
  require_administrator(session);
  return member_line(session, std::move(member));
}

}  // namespace

report::MemberLine member_line(const store::Session& session, Member member) {
  auto code = member.worker ? session.workers().get(*member.worker).code : std::string{};
  return {std::move(member), std::move(code)};
}

report::MemberLine add_member(const Desk& desk, std::string_view user, const MemberFields& fields) {
  return keep(desk, {"member add", std::string{user}}, [&](store::Session& session) {
    check_user(user);
    const auto all = std::as_const(session).members().all();
    if (current_member(all, user) != nullptr)
      refuse(message("{0} is a member already.", user),
             message("`gridvisit member edit {0}` changes the role.", user));
    Member member;
    member.user = user;
    take(session, fields, member);
    return begin(session, std::move(member), desk);
  });
}

report::MemberLine edit_member(const Desk& desk, std::string_view user,
                               const MemberFields& fields) {
  return keep(desk, {"member edit", std::string{user}}, [&](store::Session& session) {
    auto member = member_called(session, user);
    const auto before = member;
    take(session, fields, member);
    if (member.authority == before.authority && member.worker == before.worker)
      refuse(message("{0} has that role already.", user), message("Nothing was changed."));
    session.members().end(before.id, desk.authorship.at);
    return begin(session, std::move(member), desk);
  });
}

Member end_member(const Desk& desk, std::string_view user) {
  return keep(desk, {"member end", std::string{user}}, [&](store::Session& session) {
    auto member = member_called(session, user);
    member.ended = desk.authorship.at;
    session.members().end(member.id, desk.authorship.at);
    require_administrator(session);
    return member;
  });
}

}  // namespace gridvisit::usecase
