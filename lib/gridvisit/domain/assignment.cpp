#include "gridvisit/domain/assignment.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gridvisit {

std::string_view to_string(Role role) {
  return role == Role::responsible ? "responsible" : "assistant";
}

std::optional<Role> parse_role(std::string_view text) {
  if (text == "responsible" || text == "负责" || text == "责任人") return Role::responsible;
  if (text == "assistant" || text == "协助" || text == "协管") return Role::assistant;
  return std::nullopt;
}

std::vector<std::string> role_words() {
  return {"responsible", "assistant", "负责", "责任人", "协助", "协管"};
}

Roster::Roster(std::vector<Assignment> assignments) : m_assignments{std::move(assignments)} {
  std::ranges::sort(m_assignments, {}, [](const Assignment& assignment) {
    return std::tuple{assignment.grid, assignment.days.first, assignment.id};
  });
}

std::span<const Assignment> Roster::of_grid(AreaId grid) const {
  const auto first = std::ranges::lower_bound(m_assignments, grid, {}, &Assignment::grid);
  const auto last = std::ranges::upper_bound(m_assignments, grid, {}, &Assignment::grid);
  return {first, last};
}

std::optional<WorkerId> Roster::responsible(AreaId grid, Day day) const {
  for (const auto& held : of_grid(grid))
    if (held.role == Role::responsible && held.days.contains(day)) return held.worker;
  return std::nullopt;
}

bool Roster::holds(WorkerId worker, AreaId grid, Day day) const {
  return std::ranges::any_of(of_grid(grid), [&](const Assignment& held) {
    return held.worker == worker && held.days.contains(day);
  });
}

}  // namespace gridvisit
