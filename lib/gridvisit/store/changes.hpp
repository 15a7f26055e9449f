#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "gridvisit/domain/change_times.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit::store {

/// A record of the register that can be changed.
using RecordId = std::variant<AreaId, WorkerId, AssignmentId, LeaveId, HouseholdId, ResidenceId,
                              TagId, HolidayId>;

class Changes {
 public:
  virtual ~Changes() = default;

  /// Which records were added or changed, or got other change times, by the audit entries after
  /// `entry`: in order of their ids, in time that depends on those changes and not on what there
  /// is. Visits tell the same through their filter.
  virtual std::vector<AreaId> areas(std::int64_t entry) const = 0;
  virtual std::vector<WorkerId> workers(std::int64_t entry) const = 0;
  virtual std::vector<AssignmentId> assignments(std::int64_t entry) const = 0;
  virtual std::vector<LeaveId> leaves(std::int64_t entry) const = 0;
  /// Also those of which a residence or a tag was added or changed.
  virtual std::vector<HouseholdId> households(std::int64_t entry) const = 0;
  virtual std::vector<TagId> tags(std::int64_t entry) const = 0;
  virtual std::vector<PatrolId> patrols(std::int64_t entry) const = 0;
  virtual std::vector<HolidayId> holidays(std::int64_t entry) const = 0;

  /// When the record and its fields were changed last, by the clock of the machine on which that
  /// said. What a session adds, updates and erases was changed when its author says, though never
  /// before what it changes was.
  virtual ChangeTimes times(const RecordId& record) const = 0;
  /// Of a record that says what another database has said of it.
  virtual void set_times(const RecordId& record, const ChangeTimes& times) = 0;
};

}  // namespace gridvisit::store
