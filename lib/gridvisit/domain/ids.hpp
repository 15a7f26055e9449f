#pragma once

#include "gridvisit/base/id.hpp"

namespace gridvisit {

using AreaId = Id<struct AreaKind>;
using WorkerId = Id<struct WorkerKind>;
using AssignmentId = Id<struct AssignmentKind>;
using LeaveId = Id<struct LeaveKind>;
using HouseholdId = Id<struct HouseholdKind>;
using ResidenceId = Id<struct ResidenceKind>;
using CategoryId = Id<struct CategoryKind>;
using TagId = Id<struct TagKind>;
using VisitId = Id<struct VisitKind>;  ///< the visit number that people see and type
using MemberId = Id<struct MemberKind>;
using PatrolId = Id<struct PatrolKind>;
using ErasureId = Id<struct ErasureKind>;
using HolidayId = Id<struct HolidayKind>;
using ClosingId = Id<struct ClosingKind>;

}  // namespace gridvisit
