#include "gridvisit/compliance/feasibility.hpp"

#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

GridFeasibility feasibility(const GridFacts& facts, std::string_view today,
                            const PolicyBook& book = PolicyBook{},
                            const std::optional<WorkerFacts>& responsible = worker()) {
  return feasibility_of(facts, responsible, {book, k_around, day(today), 8});
}

std::int64_t needed(const HouseholdFacts& facts, std::string_view today,
                    const PolicyBook& book = PolicyBook{}) {
  return feasibility(grid({facts}), today, book).needed;
}

Rule door_rule(std::string_view id, PeriodKind every) {
  Rule rule;
  rule.id = id;
  rule.modes = {Mode::door};
  rule.every = every;
  return rule;
}

}  // namespace

TEST_CASE("the minimum can't cover a grid of 400 households") {
  std::vector<HouseholdFacts> households;
  for (int at = 1; at <= 400; ++at) households.push_back(household(at));
  const auto january = feasibility(grid(std::move(households)), "2026-01-01");
  CHECK(january.households == 400);
  CHECK(january.months_left == 12);
  CHECK(january.needed == 400);
  CHECK(january.minimum == 360);
  CHECK_FALSE(january.minimum_suffices());
  CHECK(january.pace() == 34);
}

TEST_CASE("a household that is asked for monthly and yearly needs every month once") {
  auto special = household();
  special.tags = {tag("disabled")};
  CHECK(needed(special, "2026-01-10") == 12);
  CHECK(needed(special, "2026-10-10") == 3);
  special.visits = {visit("2026-10-05", {.mode = Mode::phone})};
  CHECK(needed(special, "2026-10-10") == 2);
}

TEST_CASE("what is met or will end before its period asks for nothing") {
  auto visited = household();
  visited.visits = {visit("2026-02-01")};
  CHECK(needed(visited, "2026-10-10") == 0);
  auto leaving = household();
  leaving.tags = {tag("disabled", "..2026-11-15")};
  CHECK(needed(leaving, "2026-10-10") == 1);
  leaving.residences = {home(k_g1, "..2026-10-20")};
  CHECK(needed(leaving, "2026-10-10") == 0);
}

TEST_CASE("periods shorter than a month ask for each of their months once") {
  auto rule = door_rule("r", PeriodKind::half_month);
  CHECK(needed(household(), "2026-11-20", book_of(rule)) == 2);
  rule.every = PeriodKind::week;
  CHECK(needed(household(), "2026-11-20", book_of(rule)) == 2);
}

TEST_CASE("a quarter's last month can't be served by a later month") {
  // September is met by phone; the third quarter's door visit must still fall in September.
  auto monthly = door_rule("monthly", PeriodKind::month);
  monthly.modes = {k_modes.begin(), k_modes.end()};
  const auto quarterly = door_rule("quarterly", PeriodKind::quarter);
  const PolicyBook book{{{"test", k_beginning, {monthly, quarterly}}}};
  auto facts = household();
  facts.visits = {visit("2026-09-01", {.mode = Mode::phone})};
  CHECK(needed(facts, "2026-09-10", book) == 4);
}

TEST_CASE("two visits asked for in a half-year may fall in one month") {
  auto rule = door_rule("r", PeriodKind::half_year);
  rule.at_least = 2;
  CHECK(needed(household(), "2026-01-10", book_of(rule)) == 2);
  CHECK(needed(household(), "2026-07-10", book_of(rule)) == 1);
}

TEST_CASE("the minimum is what the year still asks of the responsible worker") {
  auto lin = worker();
  add_visits(lin, "2026-01-15", 40);
  CHECK(feasibility(grid({}), "2026-02-10", PolicyBook{}, lin).minimum == 320);
  CHECK(feasibility(grid({}), "2026-02-10", PolicyBook{}, std::nullopt).minimum == 0);
  add_visits(lin, "2026-02-01", 400);
  CHECK(feasibility(grid({}), "2026-02-10", PolicyBook{}, lin).minimum == 0);
}

TEST_CASE("the pace is that of the greater demand") {
  GridFeasibility grid;
  CHECK(grid.pace() == 0);
  grid.months_left = 3;
  grid.needed = 10;
  grid.minimum = 7;
  CHECK(grid.pace() == 4);
  grid.minimum = 13;
  CHECK(grid.pace() == 5);
}

TEST_CASE("the pace a day is that of the working days left, rounded up to a tenth") {
  const auto facts = grid({household(1), household(2)});
  // 28 to 31 December 2026 are Monday to Thursday; Friday is in the next year.
  auto week = feasibility(facts, "2026-12-26");
  CHECK(week.days_left == 4);
  CHECK(week.minimum == 360);
  CHECK(week.pace_a_day_tenths() == 900);
  week.minimum = 0;
  CHECK(week.pace_a_day_tenths() == 5);
  week.needed = 1;
  CHECK(week.pace_a_day_tenths() == 3);
  auto lin = worker();
  lin.leaves = {{{}, k_lin, days("2026-12-28..2026-12-31"), ""}};
  CHECK(feasibility(facts, "2026-12-26", PolicyBook{}, lin).days_left == 0);
  CHECK_FALSE(feasibility(facts, "2026-12-26", PolicyBook{}, lin).pace_a_day_tenths());
}

TEST_CASE("the last day to begin leaves just enough working days, and the next one is too late") {
  std::vector<HouseholdFacts> households;
  for (int at = 1; at <= 17; ++at) households.push_back(household(at));
  const auto facts = grid(std::move(households));
  const auto december = feasibility(facts, "2026-12-01");
  CHECK(december.needed == 17);
  CHECK(december.start_by == day("2026-12-29"));  // 8 + 8 + 1 on the last three days
  CHECK_FALSE(december.is_lost());
  const auto later = feasibility(facts, "2026-12-30");
  CHECK_FALSE(later.start_by);
  CHECK(later.is_lost());
  CHECK_FALSE(feasibility(grid({}), "2026-12-30").start_by);
  CHECK_FALSE(feasibility(grid({}), "2026-12-30").is_lost());
}

TEST_CASE("from a day on even full days can't reach the year's quota") {
  auto lin = worker();
  const auto quota = [&](std::string_view today) {
    return feasibility(grid({}), today, PolicyBook{}, lin).quota_lost_from;
  };
  add_visits(lin, "2026-01-15", 346);
  CHECK(quota("2026-12-01") == day("2026-12-31"));  // 14 are missing: the 30th and the 31st
  CHECK(quota("2026-12-31") == day("2026-12-31"));
  add_visits(lin, "2026-12-01", 14);
  CHECK_FALSE(quota("2026-12-31"));
}
