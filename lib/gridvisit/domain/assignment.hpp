#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

enum class Role { responsible, assistant };

std::string_view to_string(Role role);
/// `responsible`, `assistant`, 负责, 责任人, 协助, 协管; nothing for anything else.
std::optional<Role> parse_role(std::string_view text);
std::vector<std::string> role_words();  ///< that parse_role() knows

/// A worker answers for a grid, or assists there, on these days.
struct Assignment {
  AssignmentId id;
  WorkerId worker;
  AreaId grid;
  Role role = Role::responsible;
  DayRange days;
};

/// Who held which grid when.
class Roster {
 public:
  Roster() = default;
  explicit Roster(std::vector<Assignment> assignments);

  const std::vector<Assignment>& assignments() const { return m_assignments; }
  /// Of one grid, by first day.
  std::span<const Assignment> of_grid(AreaId grid) const;
  /// One worker answers for one area at a time (norm R4).
  std::optional<WorkerId> responsible(AreaId grid, Day day) const;
  /// Whether the worker holds the grid that day, in either role.
  bool holds(WorkerId worker, AreaId grid, Day day) const;

 private:
  std::vector<Assignment> m_assignments;  // by grid, then first day
};

}  // namespace gridvisit
