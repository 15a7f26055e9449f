#include "gridvisit/compliance/overview.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

Overview overview(std::string_view period_name, std::string_view today, const GridFacts& facts,
                  const std::vector<WorkerFacts>& workers = {}) {
  const PolicyBook book;
  ReportRequest request;
  request.period = period(period_name);
  request.today = day(today);
  OverviewBuilder builder{request, k_g1, book, k_around};
  builder.add(facts);
  for (const auto& each : workers) builder.add(each);
  return std::move(builder).finish({{k_lin, "W1"}});
}

const std::vector<std::optional<Ratio>>& months(const Overview& of, std::string_view rule) {
  const auto at =
      std::ranges::find(of.trend.rules, rule, [](const RuleTrend& each) { return each.rule.id; });
  REQUIRE(at != of.trend.rules.end());
  return at->months;
}

/// Two households in G1: one met at the door in February, the other on the phone in March.
GridFacts two_households() {
  auto first = household(1), second = household(2);
  first.visits = {visit("2026-02-10")};
  second.visits = {visit("2026-03-05", {.mode = Mode::phone, .household = HouseholdId{2}})};
  second.tags = {tag("disabled")};
  return grid({first, second});
}

}  // namespace

TEST_CASE("The trend of a yearly rule is how it stood at the end of each month") {
  const auto seen = overview("2026-04", "2026-06-20", two_households());
  REQUIRE(seen.trend.months.size() == 4);
  const auto& yearly = months(seen, "annual-door-visit");
  CHECK(yearly[0]->part == 0);
  CHECK(yearly[1]->part == 1);
  CHECK(yearly[3]->part == 1);
  CHECK(yearly[3]->whole == 2);
}

TEST_CASE("The trend of a monthly rule starts again in each month") {
  const auto seen = overview("2026-04", "2026-06-20", two_households());
  const auto& monthly = months(seen, "special-monthly");
  CHECK(monthly[1]->part == 0);
  CHECK(monthly[2]->part == 1);
  CHECK(monthly[3]->part == 0);
  CHECK(monthly[3]->whole == 1);
}

TEST_CASE("The trend of a worker rule adds up what all did and had to do") {
  auto lin = worker();
  add_visits(lin, "2026-02-03", 12);
  const auto seen = overview("2026-02", "2026-03-01", two_households(), {lin});
  const auto& quota = months(seen, "monthly-households");
  CHECK(quota[0]->part == 0);
  CHECK(quota[1]->part == 12);
  CHECK(quota[1]->whole == 30);
}

TEST_CASE("The trend is the totals of the months' own reports") {
  const auto facts = two_households();
  const auto seen = overview("2026-04", "2026-06-20", facts);
  const PolicyBook book;
  for (std::size_t month = 0; month < seen.trend.months.size(); ++month) {
    ReportRequest request;
    request.period = seen.trend.months[month];
    request.today = day("2026-06-20");
    ReportBuilder builder{request, book, k_around};
    builder.add(facts);
    const auto report = std::move(builder).finish({{k_lin, "W1"}});
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
      if (const auto* tally = std::get_if<Tally>(&report.total[rule]))
        CHECK(months(seen, report.rules[rule].id)[month]->part == tally->met);
  }
}

TEST_CASE("A household's month shows the nearest that anyone came to it") {
  auto one = household();
  one.visits = {visit("2026-01-05", {.outcome = Outcome::absent}), visit("2026-02-05"),
                visit("2026-02-06", {.mode = Mode::phone}),
                visit("2026-03-05", {.mode = Mode::phone})};
  const auto seen = overview("2026-04", "2026-04-30", grid({one}));
  REQUIRE(seen.households.size() == 1);
  const auto& shown = seen.households.front().months;
  REQUIRE(shown.size() == 4);
  CHECK(shown[0].contact == Contact::nobody_met);
  CHECK(shown[1].contact == Contact::met_at_door);
  CHECK(shown[2].contact == Contact::spoken_to);
  CHECK(shown[3].contact == Contact::none);
}

TEST_CASE("A household that moved is elsewhere from the month after") {
  auto one = household();
  one.residences = {home(k_g1, "..2026-02-10"), home(k_g2, "2026-02-11..")};
  one.visits = {visit("2026-02-20", {.grid = k_g2})};
  const auto seen = overview("2026-03", "2026-03-31", grid({one}));
  const auto& shown = seen.households.front().months;
  CHECK(shown[0].contact == Contact::none);
  CHECK(shown[1].contact == Contact::none);  // the visit was to its next home
  CHECK(shown[2].contact == Contact::elsewhere);
}

TEST_CASE(
    "A month owes what falls due in it: the monthly rule each month, the yearly in December") {
  auto plain = household(1), special = household(2);
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-11-05", {.mode = Mode::phone, .household = HouseholdId{2}})};
  const auto seen = overview("2026", "2027-01-02", grid({plain, special}));
  const auto& first = seen.households[0].months;
  const auto& second = seen.households[1].months;
  CHECK_FALSE(first[9].owes);
  CHECK(first[11].owes);
  CHECK(second[9].owes);
  CHECK_FALSE(second[10].owes);
}
