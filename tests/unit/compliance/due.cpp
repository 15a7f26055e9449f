#include "gridvisit/compliance/due.hpp"

#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

std::vector<DueHousehold> due(const GridFacts& facts, std::string_view today) {
  static const PolicyBook book;
  return due_households(facts, book, k_around, day(today));
}

DueHousehold waiting(std::string_view deadline, int priority, std::size_t obligations,
                     std::optional<Day> last_counted) {
  DueHousehold result;
  Obligation owed;
  owed.period.last = day(deadline);
  result.obligations.assign(obligations, owed);
  result.priority = priority;
  result.last_counted = last_counted;
  return result;
}

}  // namespace

TEST_CASE("a household appears once with everything that it owes by deadline") {
  auto special = household();
  special.tags = {tag("disabled")};
  const auto list = due(grid({special, household(2)}), "2026-10-20");
  REQUIRE(list.size() == 2);
  REQUIRE(list[0].obligations.size() == 2);
  CHECK(list[0].obligations[0].rule->id == "special-monthly");
  CHECK(list[0].obligations[0].period == period("2026-10"));
  CHECK(list[0].obligations[1].rule->id == "annual-door-visit");
  CHECK(list[0].grid == k_g1);
  CHECK(list[1].obligations.size() == 1);
}

TEST_CASE("who owes nothing or lives elsewhere today is not on the list") {
  auto visited = household();
  visited.visits = {visit("2026-03-01")};
  auto moved = household(2);
  moved.residences = {home(k_g1, "..2026-10-19"), home(k_g2, "2026-10-20..")};
  CHECK(due(grid({visited, moved}), "2026-10-20").empty());
  CHECK(due(grid({visited, moved}), "2026-10-19").size() == 1);
}

TEST_CASE("priority goes by the tags that hold today") {
  const auto priority = [](std::vector<Tag> tags) {
    auto facts = household();
    facts.tags = std::move(tags);
    return due(grid({facts}), "2026-10-20").at(0).priority;
  };
  CHECK(priority({}) == 3);
  CHECK(priority({tag("gas")}) == 3);
  CHECK(priority({tag("hardship")}) == 2);
  CHECK(priority({tag("hardship"), tag("low-income")}) == 1);
  CHECK(priority({tag("disabled"), tag("released")}) == 0);
  CHECK(priority({tag("disabled"), tag("released", "..2026-10-19")}) == 1);
}

TEST_CASE("the last counted visit is one that suits an obligation in whichever period") {
  auto facts = household();
  const auto last = [&] { return due(grid({facts}), "2026-10-20").at(0).last_counted; };
  facts.visits = {visit("2026-08-01", {.mode = Mode::phone})};
  CHECK_FALSE(last());
  facts.visits = {visit("2025-08-01"), visit("2026-09-01", {.mode = Mode::phone})};
  CHECK(last() == day("2025-08-01"));
  facts.tags = {tag("disabled")};
  CHECK(last() == day("2026-09-01"));
}

TEST_CASE("however long ago the last visit was it comes after never") {
  const PolicyBook book;
  CHECK(due_days(book, k_around, day("2026-10-20")) == DayRange{k_beginning, day("2026-10-20")});
  Policy none;
  none.name = "none";
  CHECK_FALSE(due_days(PolicyBook{{none}}, k_around, day("2026-10-20")));
}

TEST_CASE("the due list goes by deadline then priority then obligations then waiting then place") {
  const DuePlace place{"3", "2", "501", "G1-3-2-501"};
  const auto first = waiting("2026-10-31", 3, 1, day("2026-09-01"));
  const auto is_before = [&](const DueHousehold& left, const DueHousehold& right) {
    return comes_before(left, place, right, place) && !comes_before(right, place, left, place);
  };
  CHECK(is_before(first, waiting("2026-12-31", 0, 3, {})));
  CHECK(is_before(waiting("2026-10-31", 2, 1, day("2026-09-01")), first));
  CHECK(is_before(waiting("2026-10-31", 3, 2, day("2026-09-01")), first));
  CHECK(is_before(waiting("2026-10-31", 3, 1, day("2026-08-31")), first));
  CHECK(is_before(waiting("2026-10-31", 3, 1, {}), first));
  CHECK(comes_before(first, {"2", "1", "1", "b"}, first, {"10", "1", "1", "a"}));
  CHECK(comes_before(first, {"2", "1", "902", "b"}, first, {"2", "1", "1001", "a"}));
  CHECK(comes_before(first, {"2", "1", "1", "a2"}, first, {"2", "1", "1", "a10"}));
  CHECK_FALSE(comes_before(first, place, first, place));
}
