#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/usecase/day_choice.hpp"
#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Which worker on which grid, by their codes.
struct Post {
  std::string worker;
  std::string grid;
};

struct NewAssignment {
  Post post;
  Role role = Role::responsible;
  DayRange days;
};

/// What is said of an assignment; nothing leaves a field as it is.
struct AssignmentEdit {
  DaysEdit days;
  std::optional<Role> role;
  std::optional<std::string> worker;  ///< code of the worker that it should have named
  std::optional<std::string> grid;    ///< code of the grid that it should have named
};

Assignment add_assignment(const Desk& desk, const NewAssignment& wanted);
Assignment edit_assignment(const Desk& desk, const Post& post, const DayChoice& choice,
                           const AssignmentEdit& edit);
/// `last` becomes the last day of the assignment that holds it.
Assignment end_assignment(const Desk& desk, const Post& post, Day last);

struct HandOver {
  Assignment made;
  std::vector<Assignment> gave_way;  ///< shortened, so that they end before it or begin after it
  std::vector<Assignment> resumed;   ///< go on after the last day of a stand-in
};

/// Adds an assignment and lets those give way that stand against it: the responsible worker's, and
/// the same worker's in the other role. What they held beyond its last day they hold again then.
/// Error(refused) if nothing would be left of one of them: nothing is ever deleted.
HandOver hand_over(const Desk& desk, const NewAssignment& wanted);

}  // namespace gridvisit::usecase
