#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/report/member_list.hpp"
#include "gridvisit/usecase/register_desk.hpp"

/// Changes of who may use a shared database. They hold from the moment of the machine's clock at
/// which they are made. There is always an administrator, as soon as there is any member.
namespace gridvisit::usecase {

/// A member as it is told; an empty field of an edit stays as it was.
struct MemberFields {
  std::optional<Authority> authority;
  std::optional<std::string> worker;  ///< code; for workers, and required for them
};

/// The member with the code of the worker.
report::MemberLine member_line(const store::Session& session, Member member);

/// Error(refused) for a name that can be no user's, for who is a member already, and for a first
/// member who is no administrator.
report::MemberLine add_member(const Desk& desk, std::string_view user, const MemberFields& fields);
/// Ends the record of the member, and begins one with the changes.
report::MemberLine edit_member(const Desk& desk, std::string_view user, const MemberFields& fields);
Member end_member(const Desk& desk, std::string_view user);

}  // namespace gridvisit::usecase
