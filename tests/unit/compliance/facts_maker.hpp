#pragma once

#include <string_view>
#include <vector>

#include "gridvisit/compliance/facts.hpp"
#include "gridvisit/compliance/judge.hpp"
#include "gridvisit/policy/policy.hpp"

/// Facts for tests: a street S of two communities, C1 with the grids G1 and G2, C2 with G3.
namespace gridvisit::compliance::made {

inline constexpr AreaId k_street{1}, k_c1{2}, k_g1{3}, k_g2{4}, k_c2{5}, k_g3{6};
inline constexpr WorkerId k_lin{1}, k_su{2};

Day day(std::string_view iso);
Period period(std::string_view name);
/// `from..until`, either end may be left out.
DayRange days(std::string_view range = "..");

Surroundings surroundings();
inline const Surroundings k_around = surroundings();
CategoryId category(std::string_view code);

/// Changes what the helper made before: household 1 met at the door by Lin, living in G1.
struct VisitWords {
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  WorkerId worker = k_lin;
  AreaId grid = k_g1;
  HouseholdId household{1};
};
VisitFact visit(std::string_view iso, const VisitWords& words = {});

Assignment post(WorkerId worker, AreaId grid, std::string_view range = "..",
                Role role = Role::responsible);
Tag tag(std::string_view code, std::string_view range = "..");
Residence home(AreaId grid, std::string_view range = "..");

/// Household `id` that has always lived in G1.
HouseholdFacts household(std::int64_t id = 1);
/// Lin, who has always been responsible for G1.
WorkerFacts worker();
/// G1 with these households, under Lin.
GridFacts grid(std::vector<HouseholdFacts> households);

/// `count` households visited on `iso`, at the door, numbered from `first`.
void add_visits(WorkerFacts& worker, std::string_view iso, int count, int first = 1);

/// The rule `id` of the book, in its one window of a report on `period` as of `today`.
struct Judged {
  BoundRule rule;
  Window window;
};
Judged judged(const PolicyBook& book, const Surroundings& around, std::string_view id,
              std::string_view period_name, std::string_view today);

/// A book that holds just this rule.
PolicyBook book_of(Rule rule);

}  // namespace gridvisit::compliance::made
