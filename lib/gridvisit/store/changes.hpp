#pragma once

#include <cstdint>
#include <vector>

#include "gridvisit/domain/ids.hpp"

namespace gridvisit::store {

/// Which records of the register were added or changed by the audit entries after `entry`: in
/// order of their ids, in time that depends on those changes and not on what there is. Visits tell
/// the same through their filter.
class Changes {
 public:
  virtual ~Changes() = default;

  virtual std::vector<AreaId> areas(std::int64_t entry) const = 0;
  virtual std::vector<WorkerId> workers(std::int64_t entry) const = 0;
  virtual std::vector<AssignmentId> assignments(std::int64_t entry) const = 0;
  /// Also those of which a residence or a tag was added or changed.
  virtual std::vector<HouseholdId> households(std::int64_t entry) const = 0;
  virtual std::vector<TagId> tags(std::int64_t entry) const = 0;
};

}  // namespace gridvisit::store
