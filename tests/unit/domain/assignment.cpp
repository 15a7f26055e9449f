#include "gridvisit/domain/assignment.hpp"

#include <doctest/doctest.h>

#include "unit/calendar/calendar_words.hpp"

using namespace gridvisit;

namespace {

constexpr AreaId k_here{1}, k_there{2};
constexpr WorkerId k_first{11}, k_second{12}, k_helper{13};

/// The first worker until mid October, after a gap of a day the second; one helps all the time.
Roster roster() {
  return Roster{
      {{AssignmentId{3}, k_second, k_here, Role::responsible, {day("2026-10-17"), {}}},
       {AssignmentId{1}, k_first, k_here, Role::responsible, days("2026-01-01", "2026-10-15")},
       {AssignmentId{2}, k_helper, k_here, Role::assistant, {}},
       {AssignmentId{4}, k_first, k_there, Role::responsible, {}}}};
}

}  // namespace

TEST_CASE("roles have names in both languages") {
  CHECK(parse_role(to_string(Role::responsible)) == Role::responsible);
  CHECK(parse_role(to_string(Role::assistant)) == Role::assistant);
  for (const std::string text : {"负责", "责任人"}) CHECK(parse_role(text) == Role::responsible);
  for (const std::string text : {"协助", "协管"}) CHECK(parse_role(text) == Role::assistant);
  for (const std::string text : {"", "Responsible", "chief"}) CHECK_FALSE(parse_role(text));
}

TEST_CASE("who answers for a grid changes with the day") {
  const auto held = roster();
  CHECK(held.responsible(k_here, day("2026-01-01")) == k_first);
  CHECK(held.responsible(k_here, day("2026-10-15")) == k_first);
  CHECK_FALSE(held.responsible(k_here, day("2026-10-16")));
  CHECK_FALSE(held.responsible(k_here, day("2025-12-31")));
  CHECK_FALSE(held.responsible(AreaId{3}, day("2026-10-15")));
}

TEST_CASE("a grid is held in either role") {
  const auto held = roster();
  CHECK(held.holds(k_helper, k_here, day("2026-10-16")));
  CHECK(held.holds(k_first, k_here, day("2026-10-15")));
  CHECK_FALSE(held.holds(k_first, k_here, day("2026-10-16")));
  CHECK(held.holds(k_first, k_there, day("2026-10-16")));
  CHECK_FALSE(held.holds(k_helper, k_there, day("2026-10-16")));
}

TEST_CASE("the assignments of a grid are in the order of their first days") {
  const auto held = roster();
  std::vector<AssignmentId> ids;
  for (const auto& assignment : held.of_grid(k_here)) ids.push_back(assignment.id);
  CHECK(ids == std::vector{AssignmentId{2}, AssignmentId{1}, AssignmentId{3}});
  CHECK(held.of_grid(AreaId{3}).empty());
  CHECK(held.assignments().size() == 4);
}
