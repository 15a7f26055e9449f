#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

const Roster k_roster_of_two{{post(k_lin, k_g1), post(k_su, k_g2)}};

Rule monthly() {
  Rule rule;
  rule.id = "r";
  return rule;
}

std::optional<HouseholdJudgement> judge(const PolicyBook& book, std::string_view id,
                                        std::string_view period_name, std::string_view today,
                                        const HouseholdFacts& facts) {
  const auto at = judged(book, k_around, id, period_name, today);
  return judge_household(at.rule, at.window, facts, k_roster_of_two);
}

Verdict verdict(const PolicyBook& book, std::string_view id, std::string_view period_name,
                std::string_view today, const HouseholdFacts& facts) {
  const auto result = judge(book, id, period_name, today, facts);
  REQUIRE(result);
  return result->verdict;
}

}  // namespace

TEST_CASE("absent at the door and met by phone contacts the household but is no door visit") {
  const PolicyBook book;
  auto facts = household();
  facts.tags = {tag("elderly-alone")};
  facts.visits = {visit("2026-10-03", {.outcome = Outcome::absent}),
                  visit("2026-10-09", {.mode = Mode::phone})};
  CHECK(verdict(book, "annual-door-visit", "2026-10", "2026-10-20", facts) == Verdict::due);
  CHECK(verdict(book, "special-monthly", "2026-10", "2026-10-20", facts) == Verdict::met);
}

TEST_CASE("two visits on one day are one day of the household") {
  auto rule = monthly();
  rule.at_least = 2;
  const auto book = book_of(rule);
  auto facts = household();
  facts.visits = {visit("2026-10-05"), visit("2026-10-05", {.worker = k_su})};
  CHECK(judge(book, "r", "2026-10", "2026-11-01", facts)->done == 1);
  facts.visits.push_back(visit("2026-10-06"));
  CHECK(judge(book, "r", "2026-10", "2026-11-01", facts)->done == 2);
}

TEST_CASE("a household rule that counts households counts its household once") {
  auto rule = monthly();
  rule.count = Count::households;
  auto facts = household();
  facts.visits = {visit("2026-10-05"), visit("2026-10-06")};
  CHECK(judge(book_of(rule), "r", "2026-10", "2026-11-01", facts)->done == 1);
}

TEST_CASE("visits before a tag began count in the period in which it began") {
  const PolicyBook book;
  auto facts = household();
  facts.tags = {tag("disabled", "2026-10-25..")};
  facts.visits = {visit("2026-10-10", {.mode = Mode::phone})};
  CHECK(verdict(book, "special-monthly", "2026-10", "2026-11-02", facts) == Verdict::met);
}

TEST_CASE("a tag that begins after the reference day puts nobody in scope") {
  const PolicyBook book;
  auto facts = household();
  facts.tags = {tag("disabled", "2026-10-25..")};
  CHECK_FALSE(judge(book, "special-monthly", "2026-10", "2026-10-24", facts));
  CHECK(judge(book, "special-monthly", "2026-10", "2026-10-25", facts));
}

TEST_CASE("a tag outside the rule's group puts nobody in scope") {
  auto facts = household();
  facts.tags = {tag("psychiatric"), tag("gas")};
  CHECK_FALSE(judge(PolicyBook{}, "special-monthly", "2026-10", "2026-10-24", facts));
}

TEST_CASE("a rule may name a category itself") {
  auto rule = monthly();
  rule.tagged = {"gas", "veteran"};
  const auto book = book_of(rule);
  auto facts = household();
  CHECK_FALSE(judge(book, "r", "2026-10", "2026-10-24", facts));
  facts.tags = {tag("gas")};
  CHECK(judge(book, "r", "2026-10", "2026-10-24", facts));
}

TEST_CASE("who moved out before the end of the month owes nothing once it is closed") {
  const PolicyBook book;
  auto facts = household();
  facts.residences = {home(k_g1, "..2026-10-30")};
  CHECK(judge(book, "annual-door-visit", "2026-10", "2026-10-30", facts));
  CHECK_FALSE(judge(book, "annual-door-visit", "2026-10", "2026-11-01", facts));
}

TEST_CASE("a household that moved between grids is judged where it lived on the reference day") {
  const PolicyBook book;
  auto facts = household();
  facts.residences = {home(k_g1, "..2026-10-14"), home(k_g2, "2026-10-15..")};
  facts.visits = {visit("2026-10-02")};
  const auto before = judge(book, "annual-door-visit", "2026-10", "2026-10-14", facts);
  CHECK(before->grid == k_g1);
  CHECK(before->responsible == k_lin);
  const auto after = judge(book, "annual-door-visit", "2026-10", "2026-10-15", facts);
  CHECK(after->grid == k_g2);
  CHECK(after->responsible == k_su);
  CHECK(after->verdict == Verdict::met);
}

TEST_CASE("a rule holds only in its areas") {
  auto rule = monthly();
  rule.in = {"C1"};
  const auto book = book_of(rule);
  auto facts = household();
  CHECK(judge(book, "r", "2026-10", "2026-10-24", facts));
  facts.residences = {home(k_g3)};
  CHECK_FALSE(judge(book, "r", "2026-10", "2026-10-24", facts));
}

TEST_CASE("credit responsible counts only who answered for the household's grid that day") {
  auto rule = monthly();
  rule.credit = Credit::responsible;
  const auto book = book_of(rule);
  auto facts = household();
  const auto done = [&](const VisitFact& fact) {
    facts.visits = {fact};
    return judge(book, "r", "2026-10", "2026-10-24", facts)->done;
  };
  CHECK(done(visit("2026-10-05")) == 1);
  CHECK(done(visit("2026-10-05", {.worker = k_su})) == 0);
  CHECK(done(visit("2026-10-05", {.worker = k_su, .grid = k_g2})) == 1);
  CHECK(done(visit("2026-10-05", {.grid = {}})) == 0);
}

TEST_CASE("grace exempts who came into scope too late for the period") {
  auto rule = monthly();
  rule.grace_days = 10;
  const auto book = book_of(rule);
  auto facts = household();
  const auto moved_in = [&](std::string_view range) {
    facts.residences = {home(k_g1, range)};
    return verdict(book, "r", "2026-10", "2026-11-05", facts);
  };
  CHECK(moved_in("2026-10-22..") == Verdict::missed);  // ten days, the 31st included
  CHECK(moved_in("2026-10-23..") == Verdict::exempt);
  CHECK(moved_in("2026-01-01..") == Verdict::missed);
}

TEST_CASE("grace goes by the unbroken scope and not by the last move") {
  auto rule = monthly();
  rule.grace_days = 10;
  rule.tagged = {"special"};
  const auto book = book_of(rule);
  auto facts = household();
  facts.tags = {tag("disabled")};
  facts.residences = {home(k_g1, "..2026-10-24"), home(k_g2, "2026-10-25..")};
  CHECK(verdict(book, "r", "2026-10", "2026-11-05", facts) == Verdict::missed);
  facts.residences = {home(k_g1, "..2026-10-23"), home(k_g2, "2026-10-25..")};
  CHECK(verdict(book, "r", "2026-10", "2026-11-05", facts) == Verdict::exempt);
  facts.residences = {home(k_g1)};
  facts.tags = {tag("disabled", "2026-10-28.."), tag("gas")};
  CHECK(verdict(book, "r", "2026-10", "2026-11-05", facts) == Verdict::exempt);
}

TEST_CASE("a period is due through its last day and missed from the next") {
  const PolicyBook book;
  const auto facts = household();
  CHECK(verdict(book, "annual-door-visit", "2026", "2026-12-31", facts) == Verdict::due);
  CHECK(verdict(book, "annual-door-visit", "2026", "2027-01-01", facts) == Verdict::missed);
}

TEST_CASE("the yearly rule in an old month's report counts up to that month and stays due") {
  const PolicyBook book;
  auto facts = household();
  facts.visits = {visit("2026-11-03")};
  CHECK(verdict(book, "annual-door-visit", "2026-10", "2026-11-20", facts) == Verdict::due);
  CHECK(verdict(book, "annual-door-visit", "2026-10", "2027-01-05", facts) == Verdict::missed);
  CHECK(verdict(book, "annual-door-visit", "2026-11", "2026-11-20", facts) == Verdict::met);
}

TEST_CASE("a visit belongs to its own day's year whenever it was recorded") {
  const PolicyBook book;
  auto facts = household();
  facts.visits = {visit("2025-12-31")};
  CHECK(verdict(book, "annual-door-visit", "2025", "2026-01-02", facts) == Verdict::met);
  CHECK(verdict(book, "annual-door-visit", "2026", "2026-01-02", facts) == Verdict::due);
}

TEST_CASE("the leap day belongs to its month and to the second half of it") {
  auto rule = monthly();
  auto facts = household();
  facts.visits = {visit("2024-02-29")};
  CHECK(verdict(book_of(rule), "r", "2024-02", "2024-03-01", facts) == Verdict::met);
  rule.every = PeriodKind::half_month;
  CHECK(verdict(book_of(rule), "r", "2024-02b", "2024-03-01", facts) == Verdict::met);
  CHECK(verdict(book_of(rule), "r", "2024-02a", "2024-03-01", facts) == Verdict::missed);
}

TEST_CASE("week 53 holds the days of both years") {
  auto rule = monthly();
  rule.every = PeriodKind::week;
  auto facts = household();
  facts.visits = {visit("2026-12-28")};
  CHECK(verdict(book_of(rule), "r", "2026-W53", "2027-01-10", facts) == Verdict::met);
  facts.visits = {visit("2027-01-03")};
  CHECK(verdict(book_of(rule), "r", "2026-W53", "2027-01-10", facts) == Verdict::met);
}

TEST_CASE("every mode and outcome that is not listed does not count") {
  auto rule = monthly();
  rule.modes = {Mode::door, Mode::video};
  rule.outcomes = {Outcome::met, Outcome::refused};
  const auto book = book_of(rule);
  auto facts = household();
  for (const auto mode : k_modes)
    for (const auto outcome : k_outcomes) {
      facts.visits = {visit("2026-10-05", {.mode = mode, .outcome = outcome})};
      const bool counts = (mode == Mode::door || mode == Mode::video) &&
                          (outcome == Outcome::met || outcome == Outcome::refused);
      CHECK(judge(book, "r", "2026-10", "2026-11-05", facts)->done == (counts ? 1 : 0));
    }
}
