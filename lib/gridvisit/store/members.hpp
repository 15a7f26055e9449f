#pragma once

#include <chrono>
#include <vector>

#include "gridvisit/domain/member.hpp"

namespace gridvisit::store {

/// Who may use the database. Without any record everyone may who can open the file.
class Members {
 public:
  virtual ~Members() = default;

  virtual std::vector<Member> all() const = 0;  ///< ended ones too, in the order they were added

  /// The id in the argument is ignored. Error(refused) if the user is a member already.
  virtual MemberId add(const Member& member) = 0;
  /// Error(refused) if the record is unknown or has ended.
  virtual void end(MemberId member, std::chrono::sys_seconds at) = 0;
};

}  // namespace gridvisit::store
