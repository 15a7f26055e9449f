#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// What a member of a shared database may do; each may do what those before it may.
enum class Authority { worker, coordinator, administrator };

inline constexpr std::array k_authorities{Authority::worker, Authority::coordinator,
                                          Authority::administrator};

std::string_view to_string(Authority authority);
/// In English, or 网格员, 协调员, 管理员.
std::optional<Authority> parse_authority(std::string_view text);
std::vector<std::string> authority_words();  ///< that parse_authority() knows

/// A user of the operating system who may use the database, from one instant on and until another.
/// What changes about a member ends one record and begins the next.
struct Member {
  MemberId id;
  std::string user;
  Authority authority = Authority::worker;
  std::optional<WorkerId> worker;  ///< as whom a worker logs visits; nothing for the others
  std::chrono::sys_seconds since;
  std::optional<std::chrono::sys_seconds> ended;
};

/// The record of the user that has not ended; nothing for who is no member.
const Member* current_member(std::span<const Member> members, std::string_view user);

}  // namespace gridvisit
