#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

std::optional<WorkerJudgement> judge(const PolicyBook& book, std::string_view id,
                                     std::string_view period_name, std::string_view today,
                                     const WorkerFacts& facts) {
  const auto at = judged(book, k_around, id, period_name, today);
  return judge_worker(at.rule, at.window, facts);
}

std::optional<WorkerJudgement> judge(std::string_view period_name, std::string_view today,
                                     const WorkerFacts& facts) {
  return judge(PolicyBook{}, "monthly-households", period_name, today, facts);
}

YearStanding year(std::string_view month, std::string_view today, const WorkerFacts& facts) {
  const PolicyBook book;
  const auto at = judged(book, k_around, "monthly-households", month, today);
  return judge_year(at.rule, at.window, facts, book, k_around, day(today));
}

WorkerFacts in_post(std::string_view range) {
  auto facts = worker();
  facts.assignments = {post(k_lin, k_g1, range)};
  return facts;
}

Leave leave(std::string_view range) {
  return {{}, k_lin, days(range), "leave"};
}

/// A worker rule of the default policy's kind, to be changed.
Rule quota() {
  Rule rule = default_policy().rules.front();
  rule.id = "r";
  rule.average_over_year = false;
  return rule;
}

}  // namespace

TEST_CASE("a household visited twice on a day by two workers is one household of each") {
  auto lin = worker();
  auto su = worker();
  su.assignments = {post(k_su, k_g2)};
  lin.visits = {visit("2026-10-05")};
  su.visits = {visit("2026-10-05", {.worker = k_su})};
  CHECK(judge("2026-10", "2026-10-31", lin)->done == 1);
  CHECK(judge("2026-10", "2026-10-31", su)->done == 1);
}

TEST_CASE("a worker in post from 16 November owes half of November") {
  const auto judged_november = judge("2026-11", "2026-12-01", in_post("2026-11-16.."));
  CHECK(judged_november->days_in_post == 15);
  CHECK(judged_november->required == 15);
}

TEST_CASE("a share is rounded up") {
  CHECK(judge("2026-10", "2026-11-01", in_post("2026-10-31.."))->required == 1);
  CHECK(judge("2026-10", "2026-11-01", in_post("2026-10-16.."))->required == 16);  // 15.48
}

TEST_CASE("leave over the end of a month is taken off in both") {
  auto facts = worker();
  facts.leaves = {leave("2026-09-21..2026-10-10")};
  CHECK(judge("2026-09", "2026-11-01", facts)->required == 20);
  CHECK(judge("2026-10", "2026-11-01", facts)->days_in_post == 21);
}

TEST_CASE("a whole month on leave is exempt and its visits still count") {
  auto facts = worker();
  facts.leaves = {leave("2026-10-01..2026-10-31")};
  facts.visits = {visit("2026-10-05")};
  const auto october = judge("2026-10", "2026-11-01", facts);
  REQUIRE(october);
  CHECK(october->verdict == Verdict::exempt);
  CHECK(october->required == 0);
  CHECK(october->done == 1);
}

TEST_CASE("who holds no grid in the month is not in scope") {
  auto facts = in_post("2026-11-01..");
  facts.visits = {visit("2026-10-05")};
  CHECK_FALSE(judge("2026-10", "2026-11-01", facts));
}

TEST_CASE("days on which a worker holds several grids count once") {
  auto facts = in_post("2026-11-01..2026-11-20");
  facts.assignments.push_back(post(k_lin, k_g2, "2026-11-11..2026-11-25", Role::assistant));
  CHECK(judge("2026-11", "2026-12-01", facts)->days_in_post == 25);
}

TEST_CASE("a surplus stays a surplus") {
  auto facts = worker();
  add_visits(facts, "2026-10-05", 47);
  CHECK(judge("2026-10", "2026-11-01", facts)->done == 47);
}

TEST_CASE("without prorating who is in scope owes all of it") {
  auto rule = quota();
  rule.prorate = Prorate::none;
  const auto book = book_of(rule);
  auto facts = in_post("2026-10-31..");
  CHECK(judge(book, "r", "2026-10", "2026-11-01", facts)->required == 30);
  facts.leaves = {leave("2026-10-31..")};
  CHECK(judge(book, "r", "2026-10", "2026-11-01", facts)->required == 30);
}

TEST_CASE("own-grids counts visits on grids that the visitor held that day in either role") {
  auto rule = quota();
  rule.credit = Credit::own_grids;
  const auto book = book_of(rule);
  auto facts = worker();
  facts.assignments.push_back(post(k_lin, k_g2, "2026-10-10..", Role::assistant));
  const auto done = [&](const VisitFact& fact) {
    facts.visits = {fact};
    return judge(book, "r", "2026-10", "2026-11-01", facts)->done;
  };
  CHECK(done(visit("2026-10-05")) == 1);
  CHECK(done(visit("2026-10-09", {.grid = k_g2})) == 0);
  CHECK(done(visit("2026-10-10", {.grid = k_g2})) == 1);
  CHECK(done(visit("2026-10-10", {.grid = k_g3})) == 0);
  CHECK(done(visit("2026-10-10", {.grid = {}})) == 0);
}

TEST_CASE("what a worker rule counts decides which visits are the same") {
  auto facts = worker();
  facts.visits = {visit("2026-10-05"), visit("2026-10-05", {.household = {2}}), visit("2026-10-06"),
                  visit("2026-10-06")};
  const auto done = [&](Count count) {
    auto rule = quota();
    rule.count = count;
    return judge(book_of(rule), "r", "2026-10", "2026-11-01", facts)->done;
  };
  CHECK(done(Count::households) == 2);
  CHECK(done(Count::days) == 2);
  CHECK(done(Count::visits) == 3);
}

TEST_CASE("only posts in the rule's areas give days in post") {
  auto rule = quota();
  rule.in = {"C2"};
  const auto book = book_of(rule);
  auto facts = worker();
  CHECK_FALSE(judge(book, "r", "2026-10", "2026-11-01", facts));
  facts.assignments.push_back(post(k_lin, k_g3, "2026-10-22.."));
  CHECK(judge(book, "r", "2026-10", "2026-11-01", facts)->days_in_post == 10);
}

TEST_CASE("a short month is made up by a long one in the year's average") {
  auto facts = worker();
  add_visits(facts, "2026-01-15", 40);
  add_visits(facts, "2026-02-15", 20);
  CHECK(judge("2026-01", "2026-03-01", facts)->verdict == Verdict::met);
  const auto february = judge("2026-02", "2026-03-01", facts);
  CHECK(february->required == 30);
  CHECK(february->verdict == Verdict::missed);
  const auto standing = year("2026-02", "2026-03-01", facts);
  CHECK(standing.done == 60);
  CHECK(standing.required == 60);
  CHECK(standing.average_tenths == 300);
  CHECK(standing.on_pace);
  CHECK(standing.required_full == 360);
  CHECK(standing.verdict == Verdict::due);
  CHECK(standing.needed == 30);
}

TEST_CASE("the running month adds its share to date") {
  auto facts = worker();
  add_visits(facts, "2026-01-15", 40);
  add_visits(facts, "2026-02-15", 20);
  const auto standing = year("2026-03", "2026-03-10", facts);
  CHECK(standing.required == 70);
  CHECK_FALSE(standing.on_pace);
  CHECK(standing.average_tenths == 257);
  CHECK(standing.needed == 30);  // 300 in ten months
  CHECK(year("2026-03", "2026-03-31", facts).required == 90);
  CHECK(year("2026-03", "2026-04-01", facts).required == 90);
}

TEST_CASE("the average is rounded half up") {
  auto facts = in_post("2026-01-01..2026-02-28");
  facts.leaves = {leave("2026-02-19..2026-02-28")};  // 30 × 18 / 28 = 19.3, so 20
  add_visits(facts, "2026-01-15", 33);
  const auto standing = year("2026-02", "2026-03-01", facts);
  CHECK(standing.required == 50);
  CHECK(standing.average_tenths == 198);
  CHECK(tenths({1, 8}, 1) == 1);  // 0.125
  CHECK(tenths({1, 4}, 1) == 3);  // 0.25
  CHECK(tenths({1, 3}, 100) == 333);
  CHECK(tenths({2, 3}, 100) == 667);
  CHECK(tenths({1, 2000}, 100) == 1);  // 0.05
  CHECK_FALSE(tenths({0, 0}, 100));
}

TEST_CASE("no month is left after a closed December") {
  const auto standing = year("2026-12", "2027-01-01", worker());
  CHECK_FALSE(standing.needed);
  CHECK(standing.verdict == Verdict::missed);
  CHECK(year("2026-12", "2026-12-31", worker()).needed == 360);
}

TEST_CASE("nothing is needed once the year's quota is reached") {
  auto facts = worker();
  add_visits(facts, "2026-01-15", 361);
  const auto standing = year("2026-01", "2026-02-01", facts);
  CHECK(standing.verdict == Verdict::met);
  CHECK(standing.needed == 0);
}

TEST_CASE("an old month's year knows nothing of later visits but all of the later posts") {
  auto facts = in_post("2026-01-01..2026-06-30");
  add_visits(facts, "2026-03-15", 5);
  add_visits(facts, "2026-04-15", 5);
  const auto standing = year("2026-03", "2026-05-10", facts);
  CHECK(standing.done == 5);
  CHECK(standing.required == 90);
  CHECK(standing.required_full == 180);
  CHECK(standing.needed == 20);  // 175 in nine months
}

TEST_CASE("months without a post add nothing to the year") {
  auto facts = in_post("2026-03-01..2026-03-31");
  add_visits(facts, "2026-02-15", 5);
  add_visits(facts, "2026-03-15", 7);
  const auto standing = year("2026-04", "2026-05-01", facts);
  CHECK(standing.done == 7);
  CHECK(standing.required == 30);
  CHECK(standing.required_full == 30);
}

TEST_CASE("a year wholly on leave is exempt and has no average") {
  auto facts = worker();
  facts.leaves = {leave("2026-01-01..2026-12-31")};
  const auto standing = year("2026-03", "2026-04-01", facts);
  CHECK(standing.verdict == Verdict::exempt);
  CHECK_FALSE(standing.average_tenths);
  CHECK(standing.on_pace);
}

TEST_CASE("each month of the year is reckoned by the policy in force on its last day") {
  auto stricter = default_policy();
  stricter.from = day("2026-02-15");
  stricter.rules.front().at_least = 40;
  const PolicyBook book{{stricter}};
  auto facts = worker();
  add_visits(facts, "2026-01-15", 30);
  const auto at = judged(book, k_around, "monthly-households", "2026-02", "2026-03-01");
  CHECK(at.rule.rule().at_least == 40);
  const auto standing = judge_year(at.rule, at.window, facts, book, k_around, day("2026-03-01"));
  CHECK(standing.required == 30 + 40);
  CHECK(standing.required_full == 30 + 11 * 40);
  CHECK(standing.average_tenths == 171);  // 40 × 30 / 70
}
