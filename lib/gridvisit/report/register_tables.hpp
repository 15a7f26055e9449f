#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/domain/worker.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/register_cells.hpp"

/// The register as lists. The lines are in the order they are to be shown; what machines read has
/// the columns of the import files.
namespace gridvisit::report {

struct AreaLine {
  Area area;
  std::string parent;     ///< code; empty: none
  std::size_t depth = 0;  ///< below the first area of the list
  std::string worker;     ///< responsible for this grid; empty: nobody, or not a grid
  std::optional<std::size_t> households;  ///< that live in this grid; nothing: not a grid
};

struct WorkerLine {
  Worker worker;
  std::vector<std::string> grids;  ///< that the worker holds on the day of the list
};

struct AssignmentLine {
  std::string worker;
  std::string worker_name;
  std::string grid;
  std::string grid_name;
  Role role = Role::responsible;
  DayRange days;
};

struct LeaveLine {
  std::string worker;
  std::string worker_name;
  DayRange days;
  std::string kind;
};

struct HouseholdLine {
  Household household;
  std::string grid;
  DayRange days;                    ///< of the residence
  std::vector<std::string> tags;    ///< codes
  std::vector<std::string> labels;  ///< the same, in the reader's language
};

struct ResidenceLine {
  std::string grid;
  std::string grid_name;
  DayRange days;
};

struct TagLine {
  std::string household;
  std::string category;
  std::string label;  ///< the category in the reader's language
  DayRange days;
  std::string note;
};

struct PatrolLine {
  std::string grid;
  std::string worker;
  Day day;
  HalfDay half = HalfDay::am;
  std::string note;
};

/// Which dated records a list shows, told above it.
struct Shown {
  enum class Which { on_day, not_over, all } which = Which::not_over;
  Day day;
};

Document area_list(const std::vector<AreaLine>& lines, Day day);
Document worker_list(const std::vector<WorkerLine>& lines, Day day, PersonalData data);
Document household_list(const std::vector<HouseholdLine>& lines, const Shown& shown,
                        PersonalData data);
Document assignment_list(const std::vector<AssignmentLine>& lines, const Shown& shown);
Document leave_list(const std::vector<LeaveLine>& lines, const Shown& shown);
Document tag_list(const std::vector<TagLine>& lines, const Shown& shown, PersonalData data);
Document patrol_list(const std::vector<PatrolLine>& lines, const DayRange& days, PersonalData data);
Document category_list(const std::vector<Category>& categories);

}  // namespace gridvisit::report
