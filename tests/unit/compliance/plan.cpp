#include "gridvisit/compliance/plan.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/compliance/schedule.hpp"

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

PlanFacts facts(std::vector<HouseholdFacts> households) {
  PlanFacts result;
  result.worker = worker();
  for (const auto& household : households) {
    const auto number = std::to_string(household.household.value);
    result.places.emplace(household.household, DuePlace{"1", "1", number, "G1-1-1-" + number});
  }
  result.grids.push_back(grid(std::move(households)));
  return result;
}

/// All visits of the year are made, as far as the quota goes.
PlanFacts without_quota(std::vector<HouseholdFacts> households) {
  auto result = facts(std::move(households));
  add_visits(result.worker, "2026-01-15", 360, 1000);
  return result;
}

PlanRequest request(std::string_view today, int days, std::int64_t per_day) {
  return {day(today), day(today), days, per_day};
}

VisitPlan plan(const PlanFacts& given, const PlanRequest& asked,
               const PolicyBook& book = PolicyBook{}) {
  return plan_visits(given, book, k_around, asked);
}

std::vector<HouseholdFacts> households(int count) {
  std::vector<HouseholdFacts> result;
  for (int at = 1; at <= count; ++at) result.push_back(household(at));
  return result;
}

}  // namespace

TEST_CASE("one visit settles a special household's month and its year, at the door") {
  auto special = household();
  special.tags = {tag("disabled")};
  const auto made = plan(without_quota({special}), request("2026-12-07", 5, 8));
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits.front().day == day("2026-12-07"));
  CHECK(made.visits.front().modes == std::vector{Mode::door});
  CHECK(made.visits.front().settles.size() == 2);
  CHECK(made.is_feasible());
}

TEST_CASE("a contact that may be of any mode stays so if no door visit is owed") {
  auto special = household();
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-02-02")};
  const auto made = plan(without_quota({special}), request("2026-12-07", 5, 8));
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits.front().modes.size() == k_modes.size());
}

TEST_CASE("days are filled along the houses, never on a weekend or on leave") {
  auto given = without_quota(households(5));
  given.worker.leaves = {{{}, k_lin, days("2026-12-07..2026-12-07"), ""}};
  const auto made = plan(given, request("2026-12-04", 3, 2));  // a Friday; Monday is leave
  REQUIRE(made.visits.size() == 5);
  CHECK(made.days == std::vector{day("2026-12-04"), day("2026-12-08"), day("2026-12-09")});
  CHECK(made.visits[1].day == day("2026-12-04"));
  CHECK(made.visits[2].day == day("2026-12-08"));
  CHECK(made.visits[4].day == day("2026-12-09"));
  CHECK(made.visits[4].household == HouseholdId{5});
}

TEST_CASE("visits already made today take their part of the day") {
  auto given = without_quota(households(3));
  add_visits(given.worker, "2026-12-07", 1, 2000);
  const auto made = plan(given, request("2026-12-07", 1, 2));
  CHECK(made.visits.size() == 1);
  CHECK(made.later == 2);
}

TEST_CASE("what does not fit is told, with what it would take") {
  // 30 and 31 December 2026 are the last two working days.
  const auto made = plan(without_quota(households(5)), request("2026-12-30", 5, 2));
  CHECK(made.until == day("2027-12-31"));
  CHECK(std::ranges::count(made.unmet, day("2026-12-31"),
                           [](const auto& unmet) { return unmet.owed.period.last; }) == 1);
  CHECK(made.unmet.front().obstacle == Obstacle::no_room);
  CHECK(made.per_day_needed == 3);
}

TEST_CASE("a period without a working day left can't be met however many visits a day hold") {
  Rule rule;
  rule.id = "r";
  rule.modes = {Mode::door};
  rule.every = PeriodKind::week;
  const auto made = plan(without_quota(households(1)), request("2026-12-19", 1, 8), book_of(rule));
  REQUIRE(made.unmet.size() == 1);  // the week ends on Sunday, the 20th
  CHECK(made.unmet.front().obstacle == Obstacle::no_day);
  CHECK_FALSE(made.per_day_needed);
}

TEST_CASE("free days hold what the year's quota needs, with who was not visited longest") {
  auto some = households(4);
  for (auto& each : some) each.visits = {visit("2026-03-02")};
  some[1].visits = {visit("2026-01-05")};
  some[2].visits = {visit("2026-02-02")};
  auto given = facts(some);
  add_visits(given.worker, "2026-01-15", 358, 1000);  // 2 of 360 are missing
  const auto made = plan(given, request("2026-12-28", 4, 8));
  REQUIRE(made.visits.size() == 2);
  CHECK(made.visits[0].household == HouseholdId{2});
  CHECK(made.visits[1].household == HouseholdId{3});
  CHECK(made.visits[0].settles.empty());
  CHECK(made.visits[0].quota != nullptr);
  CHECK(made.visits[0].last_visit == day("2026-01-05"));
  CHECK(made.visits[0].modes == std::vector{Mode::door, Mode::outside});
}

TEST_CASE("the last visit of one for the quota was made, not planned") {
  auto special = household();
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-02-02"), visit("2026-11-03", {.mode = Mode::phone})};
  const auto made = plan(facts({special}), request("2026-11-12", 20, 8));
  REQUIRE(made.visits.size() == 2);  // in November for the quota, in December for the rule
  CHECK(made.visits[0].quota != nullptr);
  CHECK(made.visits[0].last_visit == day("2026-11-03"));
}

TEST_CASE("a contact of any mode is made face to face before anybody is visited for the quota") {
  auto special = household();
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-02-02")};
  auto given = facts({special, household(2)});
  given.grids.front().households[1].visits = {visit("2026-02-02")};
  add_visits(given.worker, "2026-01-15", 359, 1000);
  const auto made = plan(given, request("2026-12-28", 4, 8));
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits.front().modes == std::vector{Mode::door, Mode::outside});
  CHECK(made.visits.front().quota != nullptr);
}

TEST_CASE("who answers for no grid plans where they assist") {
  const std::vector held{post(k_lin, k_g1, "..", Role::assistant),
                         post(k_lin, k_g2, "..2026-06-30")};
  CHECK(plan_grids(held, day("2026-03-01")) == std::vector{k_g2});
  CHECK(plan_grids(held, day("2026-07-01")) == std::vector{k_g1});
}

TEST_CASE("a job moves others within their days before it is left out") {
  // Two days that hold one: the first job could take either, the second only the first day.
  const std::vector<Job> jobs{{1, {0, 1}}, {2, {0}}, {3, {1}}};
  const auto days = schedule(jobs, {1, 1});
  CHECK(days[0] == 1);
  CHECK(days[1] == 0);
  CHECK_FALSE(days[2]);
  const auto more = schedule(jobs, {1, 2});
  CHECK(more[2] == 1);
}

TEST_CASE("no owner has two jobs on one day") {
  const auto days = schedule({{1, {0, 1}}, {1, {0}}, {1, {0, 1}}}, {5, 5});
  CHECK(days[0] == 1);
  CHECK(days[1] == 0);
  CHECK_FALSE(days[2]);
}
