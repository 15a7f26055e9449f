#include "gridvisit/compliance/explain.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

const Roster k_roster{{post(k_lin, k_g1)}};

std::vector<Reason> reasons(const std::vector<ConsideredVisit>& considered) {
  std::vector<Reason> result;
  for (const auto& each : considered) result.push_back(each.reason);
  return result;
}

}  // namespace

TEST_CASE("each visit of a household has the first reason that keeps it from counting") {
  Rule rule;
  rule.id = "r";
  rule.modes = {Mode::door};
  rule.credit = Credit::responsible;
  const auto book = book_of(rule);
  const auto at = judged(book, k_around, "r", "2026-10", "2026-10-20");
  auto facts = household();
  facts.visits = {visit("2026-09-30"),
                  visit("2026-10-01"),
                  visit("2026-10-01"),
                  visit("2026-10-02", {.mode = Mode::phone, .outcome = Outcome::absent}),
                  visit("2026-10-03", {.outcome = Outcome::absent}),
                  visit("2026-10-04", {.worker = k_su}),
                  visit("2026-10-20"),
                  visit("2026-10-21")};
  const auto considered = explain_household(at.rule, at.window, facts, k_roster);
  CHECK(reasons(considered) == std::vector{Reason::before_period, Reason::counted,
                                           Reason::same_again, Reason::wrong_mode,
                                           Reason::wrong_outcome, Reason::not_responsible,
                                           Reason::counted, Reason::after_reference});
  CHECK(judge_household(at.rule, at.window, facts, k_roster)->done == 2);
}

TEST_CASE("each visit of a worker has its reason") {
  Rule rule = default_policy().rules.front();
  rule.id = "r";
  rule.credit = Credit::own_grids;
  const auto book = book_of(rule);
  const auto at = judged(book, k_around, "r", "2026-10", "2026-10-20");
  auto facts = worker();
  facts.visits = {visit("2026-10-01"), visit("2026-10-02"),
                  visit("2026-10-03", {.grid = k_g2, .household = {2}}),
                  visit("2026-10-03", {.mode = Mode::phone})};
  const auto considered = explain_worker(at.rule, at.window, facts);
  CHECK(reasons(considered) ==
        std::vector{Reason::counted, Reason::same_again, Reason::foreign_grid, Reason::wrong_mode});
  CHECK(judge_worker(at.rule, at.window, facts)->done == 1);
}

TEST_CASE("visits of a worker out of post count for no quota") {
  const PolicyBook book;
  const auto at = judged(book, k_around, "monthly-households", "2026-10", "2026-10-20");
  auto facts = worker();
  facts.assignments = {post(k_lin, k_g1, "2026-11-01..")};
  facts.visits = {visit("2026-09-30"), visit("2026-10-02")};
  CHECK(reasons(explain_worker(at.rule, at.window, facts)) ==
        std::vector{Reason::before_period, Reason::worker_not_in_scope});
}
