#pragma once

#include <vector>

#include "gridvisit/report/register_tables.hpp"

/// One record of the register with its history. Machines read its fields as one row; as JSON they
/// get one object, with the history in it.
namespace gridvisit::report {

struct AreaRecord {
  AreaLine area;
  std::vector<AreaLine> below;
  std::vector<AssignmentLine> assignments;
};

struct WorkerRecord {
  WorkerLine worker;
  std::vector<AssignmentLine> assignments;
  std::vector<LeaveLine> leaves;
};

struct HouseholdRecord {
  HouseholdLine household;  ///< as it lives today, or lived last
  std::vector<ResidenceLine> residences;
  std::vector<TagLine> tags;
};

Document area_document(const AreaRecord& record);
Document worker_document(const WorkerRecord& record, PersonalData data);
Document household_document(const HouseholdRecord& record, PersonalData data);

}  // namespace gridvisit::report
