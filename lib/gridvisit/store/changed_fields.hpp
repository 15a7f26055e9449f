#pragma once

#include <string_view>
#include <vector>

#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/change_times.hpp"
#include "gridvisit/domain/holiday.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/worker.hpp"

/// In which fields two states of a record differ; what a record is known by is not among them.
namespace gridvisit::store {

using FieldNames = std::vector<std::string_view>;

/// The fields of a household that an erasure empties.
FieldNames personal_fields();

FieldNames changed_fields(const Area& before, const Area& after);
FieldNames changed_fields(const Worker& before, const Worker& after);
FieldNames changed_fields(const Assignment& before, const Assignment& after);
FieldNames changed_fields(const Leave& before, const Leave& after);
FieldNames changed_fields(const Household& before, const Household& after);
FieldNames changed_fields(const Residence& before, const Residence& after);
FieldNames changed_fields(const Tag& before, const Tag& after);
FieldNames changed_fields(const Holiday& before, const Holiday& after);

/// The named fields of a record are changed at `now`. A change comes after the one before it, also
/// where the clock goes back, or went ahead in the database that the one before is from.
void change_fields(ChangeTimes& times, const FieldNames& fields, std::chrono::sys_seconds now);

}  // namespace gridvisit::store
