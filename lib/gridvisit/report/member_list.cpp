#include "gridvisit/report/member_list.hpp"

#include "gridvisit/report/register_cells.hpp"

namespace gridvisit::report {

Word word_of(Authority authority) {
  switch (authority) {
    case Authority::worker:
      return {"worker", translatable_in("member", "worker")};
    case Authority::coordinator:
      return {"coordinator", translatable_in("member", "coordinator")};
    case Authority::administrator:
      break;
  }
  return {"administrator", translatable_in("member", "administrator")};
}

Document member_list(const std::vector<MemberLine>& lines) {
  Document document;
  document.key = "members";
  document.title = message("Members");
  document.data = {"members",
                   {},
                   {{"user", translatable("User")},
                    {"role", translatable("Role")},
                    {"worker", translatable("Worker")},
                    {"since", translatable_in("member", "Since")},
                    {"ended", translatable_in("member", "Ended")}},
                   {},
                   {}};
  for (const auto& [member, worker] : lines)
    document.data.rows.push_back({member.user, word_of(member.authority), text_cell(worker),
                                  to_string(member.since),
                                  member.ended ? Cell{to_string(*member.ended)} : Cell{}});
  if (lines.empty())
    document.notes.push_back(
        message("There are no members: whoever can open the file may do everything."));
  return document;
}

}  // namespace gridvisit::report
