#include "gridvisit/domain/member.hpp"

#include <algorithm>

namespace gridvisit {

std::string_view to_string(Authority authority) {
  switch (authority) {
    case Authority::worker:
      return "worker";
    case Authority::coordinator:
      return "coordinator";
    case Authority::administrator:
      break;
  }
  return "administrator";
}

std::optional<Authority> parse_authority(std::string_view text) {
  if (text == "worker" || text == "网格员") return Authority::worker;
  if (text == "coordinator" || text == "协调员") return Authority::coordinator;
  if (text == "administrator" || text == "管理员") return Authority::administrator;
  return std::nullopt;
}

std::vector<std::string> authority_words() {
  return {"worker", "coordinator", "administrator", "网格员", "协调员", "管理员"};
}

const Member* current_member(std::span<const Member> members, std::string_view user) {
  const auto at = std::ranges::find_if(
      members, [&](const Member& member) { return member.user == user && !member.ended; });
  return at == members.end() ? nullptr : &*at;
}

}  // namespace gridvisit
