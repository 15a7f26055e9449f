#include "gridvisit/compliance/report.hpp"

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

const std::map<WorkerId, std::string> k_codes{{k_lin, "W10"}, {k_su, "W2"}};

ReportRequest request(std::string_view period_name, std::string_view today,
                      RowsBy by = RowsBy::worker) {
  ReportRequest result;
  result.period = period(period_name);
  result.today = day(today);
  result.by = by;
  return result;
}

Report report(const ReportRequest& asked, const std::vector<GridFacts>& grids,
              const std::vector<WorkerFacts>& workers = {}, const PolicyBook& book = PolicyBook{}) {
  ReportBuilder builder{asked, book, k_around};
  for (const auto& each : grids) builder.add(each);
  for (const auto& each : workers) builder.add(each);
  return std::move(builder).finish(k_codes);
}

WorkerFacts su() {
  WorkerFacts facts;
  facts.worker = k_su;
  facts.assignments = {post(k_su, k_g2)};
  return facts;
}

GridFacts grid_2(std::vector<HouseholdFacts> households) {
  GridFacts facts;
  facts.grid = k_g2;
  facts.households = std::move(households);
  facts.roster = Roster{{post(k_lin, k_g1), post(k_su, k_g2)}};
  return facts;
}

std::size_t place(const Report& of, std::string_view id) {
  for (std::size_t at = 0; at < of.rules.size(); ++at)
    if (of.rules[at].id == id) return at;
  FAIL("no such rule");
  return 0;
}

Tally tally(const Report& of, const Row& row, std::string_view id) {
  return std::get<Tally>(row.results.at(place(of, id)));
}

Tally total(const Report& of, std::string_view id) {
  return std::get<Tally>(of.total.at(place(of, id)));
}

Rule household_rule(PeriodKind every) {
  Rule rule;
  rule.id = "r";
  rule.every = every;
  return rule;
}

Rule worker_rule(PeriodKind every) {
  Rule rule = default_policy().rules.front();
  rule.id = "r";
  rule.every = every;
  rule.average_over_year = false;
  return rule;
}

}  // namespace

TEST_CASE("a period that has not begun can't be reported") {
  CHECK_THROWS_AS(report(request("2026-11", "2026-10-31"), {}), Error);
  CHECK_NOTHROW(report(request("2026-11", "2026-11-01"), {}));
}

TEST_CASE("rows of workers stand in natural order of codes with nobody last") {
  auto orphan = grid_2({household(2)});
  orphan.grid = k_g3;
  orphan.households.front().residences = {home(k_g3)};
  const auto made =
      report(request("2026-10", "2026-10-31"), {grid({household(1)}), orphan}, {worker(), su()});
  REQUIRE(made.rows.size() == 3);
  CHECK(made.rows[0].subject == RowSubject{k_su});
  CHECK(made.rows[1].subject == RowSubject{k_lin});
  CHECK(made.rows[1].grids == std::vector{k_g1});
  CHECK(made.rows[2].subject == RowSubject{});
  CHECK(tally(made, made.rows[2], "annual-door-visit").due == 1);
}

TEST_CASE("there is no row of nobody without households") {
  GridFacts empty;
  empty.grid = k_g3;
  CHECK(report(request("2026-10", "2026-10-31"), {empty}).rows.empty());
}

TEST_CASE("who was in post in an earlier month of the year has a row with the year's standing") {
  auto gone = worker();
  gone.assignments = {post(k_lin, k_g1, "2026-01-01..2026-02-28")};
  add_visits(gone, "2026-02-10", 12);
  const auto made = report(request("2026-10", "2026-10-31"), {}, {gone});
  REQUIRE(made.rows.size() == 1);
  const auto quota = std::get<WorkerResult>(made.rows[0].results[0]);
  CHECK(quota.verdict == Verdict::exempt);
  CHECK(quota.required == 0);
  REQUIRE(quota.year);
  CHECK(quota.year->done == 12);
  CHECK(quota.year->required == 60);
  CHECK(std::get<MetOf>(made.total[0]).met.whole == 0);
}

TEST_CASE("a post that begins later in the reported month has a row and one after it has none") {
  auto coming = worker();
  coming.assignments = {post(k_lin, k_g1, "2026-10-25..")};
  CHECK(report(request("2026-10", "2026-10-10"), {}, {coming}).rows.size() == 1);
  CHECK(report(request("2026-09", "2026-10-10"), {}, {coming}).rows.empty());
}

TEST_CASE("a grid without households has no coverage") {
  const auto made = report(request("2026-10", "2026-10-31", RowsBy::grid), {grid({household(1)})});
  REQUIRE(made.rows.size() == 3);
  CHECK(made.rules.size() == 2);
  const auto empty = tally(made, made.rows[1], "annual-door-visit").coverage();
  CHECK(empty.whole == 0);
  CHECK_FALSE(tenths(empty, 100));
}

TEST_CASE("a household that moved is counted once whichever grids are added") {
  auto moved = household(1);
  moved.residences = {home(k_g1, "..2026-10-14"), home(k_g2, "2026-10-15..")};
  moved.visits = {visit("2026-10-02")};
  const auto made = report(request("2026-10", "2026-10-31", RowsBy::grid),
                           {grid({moved, household(2)}), grid_2({moved})});
  CHECK(tally(made, made.rows[0], "annual-door-visit").total() == 1);
  CHECK(tally(made, made.rows[1], "annual-door-visit").met == 1);
  CHECK(total(made, "annual-door-visit").total() == 2);
}

TEST_CASE("the visits of who moved out count for the worker and not for coverage") {
  auto gone = household(1);
  gone.residences = {home(k_g1, "..2026-10-30")};
  gone.visits = {visit("2026-10-05")};
  auto lin = worker();
  lin.visits = gone.visits;
  const auto made = report(request("2026-10", "2026-11-02"), {grid({gone})}, {lin});
  CHECK(std::get<WorkerResult>(made.rows[0].results[0]).done == 1);
  CHECK(total(made, "annual-door-visit").total() == 0);
}

TEST_CASE("a report by area kind adds up the grids below") {
  const auto made = [&] {
    auto asked = request("2026-10", "2026-10-31", RowsBy::area);
    asked.area_kind = "community";
    return report(asked, {grid({household(1)}), grid_2({})});
  }();
  REQUIRE(made.rows.size() == 2);
  CHECK(made.rows[0].subject == RowSubject{k_c1});
  CHECK(tally(made, made.rows[0], "annual-door-visit").due == 1);
  CHECK(tally(made, made.rows[1], "annual-door-visit").total() == 0);
}

TEST_CASE("a report on one area has no rows of others") {
  auto asked = request("2026-10", "2026-10-31", RowsBy::grid);
  asked.area = k_c2;
  CHECK(report(asked, {}).rows.size() == 1);
  asked.by = RowsBy::worker;
  CHECK(report(asked, {}, {worker()}).rows.empty());
}

TEST_CASE("a report on one worker has only the households that they answer for") {
  auto asked = request("2026-10", "2026-10-31");
  asked.worker = k_su;
  auto second = household(2);
  second.residences = {home(k_g2)};
  const auto made = report(asked, {grid({household(1)}), grid_2({second})}, {worker(), su()});
  REQUIRE(made.rows.size() == 1);
  CHECK(made.rows[0].subject == RowSubject{k_su});
  CHECK(total(made, "annual-door-visit").total() == 1);
}

TEST_CASE("the year adds up each household's months up to today") {
  auto special = household(1);
  special.tags = {tag("disabled", "2026-02-10..")};
  special.visits = {visit("2026-01-05"), visit("2026-02-03"), visit("2026-04-05")};
  const auto made = report(request("2026", "2026-05-10"), {grid({special})});
  const auto sum = total(made, "special-monthly");
  CHECK(sum.met == 2);     // February, April
  CHECK(sum.missed == 1);  // March
  CHECK(sum.due == 1);     // May
}

TEST_CASE("the year attributes each month to who answered then") {
  auto special = household(1);
  special.tags = {tag("disabled")};
  auto handed_over = grid({special});
  handed_over.roster =
      Roster{{post(k_lin, k_g1, "..2026-02-27"), post(k_su, k_g1, "2026-02-28..")}};
  const auto made = report(request("2026", "2026-03-31"), {handed_over});
  REQUIRE(made.rows.size() == 2);
  CHECK(tally(made, made.rows[0], "special-monthly").total() == 2);  // Su
  CHECK(tally(made, made.rows[1], "special-monthly").total() == 1);  // Lin
  CHECK(made.rows[1].grids.empty());
}

TEST_CASE("the year adds up a worker's months and is due while it runs") {
  auto lin = worker();
  add_visits(lin, "2026-01-15", 40);
  add_visits(lin, "2026-02-15", 10);
  const auto running = report(request("2026", "2026-03-10"), {}, {lin});
  const auto quota = std::get<WorkerResult>(running.rows[0].results[0]);
  CHECK(quota.done == 50);
  CHECK(quota.required == 90);
  CHECK(quota.verdict == Verdict::due);
  CHECK(quota.year->required == 70);
  const auto closed = report(request("2026", "2027-03-10"), {}, {lin});
  CHECK(std::get<WorkerResult>(closed.rows[0].results[0]).verdict == Verdict::missed);
}

TEST_CASE("weeks belong to the month that holds their last day") {
  const auto book = book_of(household_rule(PeriodKind::week));
  // The weeks ending on 4, 11, 18 and 25 October; the one of the 26th ends in November.
  const auto made = report(request("2026-10", "2026-11-10"), {grid({household(1)})}, {}, book);
  CHECK(total(made, "r").missed == 4);
  auto visited = household(1);
  visited.visits = {visit("2026-09-28")};
  const auto begun = report(request("2026-10", "2026-11-10"), {grid({visited})}, {}, book);
  CHECK(total(begun, "r").met == 1);
}

TEST_CASE("a worker's weeks are added up in the month") {
  auto rule = worker_rule(PeriodKind::week);
  rule.at_least = 1;
  rule.count = Count::days;
  auto lin = worker();
  lin.visits = {visit("2026-10-05"), visit("2026-10-06"), visit("2026-10-14")};
  const auto made = report(request("2026-10", "2026-11-10"), {}, {lin}, book_of(rule));
  const auto rounds = std::get<WorkerResult>(made.rows[0].results[0]);
  CHECK(rounds.done == 3);
  CHECK(rounds.required == 4);
  CHECK(rounds.verdict == Verdict::missed);
}

TEST_CASE("half-months are counted apart") {
  const auto book = book_of(household_rule(PeriodKind::half_month));
  auto visited = household(1);
  visited.visits = {visit("2026-10-15")};
  const auto made = report(request("2026-10", "2026-10-20"), {grid({visited})}, {}, book);
  CHECK(total(made, "r").met == 1);
  CHECK(total(made, "r").due == 1);
}

TEST_CASE("a rule that changed within the year is one rule of the report") {
  auto later = default_policy();
  later.name = "later";
  later.from = day("2026-03-01");
  later.rules.back().at_least = 2;
  const PolicyBook book{{later}};
  auto special = household(1);
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-01-05"), visit("2026-02-05"), visit("2026-03-05")};
  const auto made = report(request("2026", "2026-03-31"), {grid({special})}, {}, book);
  CHECK(made.rules.size() == 3);
  CHECK(made.rules.back().at_least == 2);
  CHECK(made.policy_name == "later");
  CHECK(total(made, "special-monthly").met == 2);
  CHECK(total(made, "special-monthly").due == 1);
}

TEST_CASE("details name each household still owed with its period") {
  auto asked = request("2026", "2026-02-10");
  asked.details = true;
  auto special = household(1);
  special.tags = {tag("disabled")};
  special.visits = {visit("2026-02-05")};
  const auto made = report(asked, {grid({special})});
  REQUIRE(made.owed.size() == 1);
  CHECK(made.owed[0].period == period("2026-01"));
  CHECK(made.owed[0].verdict == Verdict::missed);
  CHECK(made.owed[0].responsible == k_lin);
  CHECK(made.rules[made.owed[0].rule].id == "special-monthly");
}

TEST_CASE("patrols count mornings and afternoons of working days") {
  Rule patrol;
  patrol.id = "patrol";
  patrol.subject = Subject::grid;
  patrol.at_least = 2;
  patrol.every = PeriodKind::week;
  const auto book = book_of(patrol);
  auto walked = grid({});
  const auto walk = [&](std::string_view iso, HalfDay half) {
    walked.patrols.push_back({{}, k_g1, k_lin, day(iso), half, {}});
  };
  walk("2026-10-05", HalfDay::am);
  walk("2026-10-05", HalfDay::am);
  walk("2026-10-05", HalfDay::pm);
  walk("2026-10-06", HalfDay::am);
  const auto made = report(request("2026-W41", "2026-10-06", RowsBy::grid), {walked}, {}, book);
  const auto rounds = std::get<GridResult>(made.rows[0].results[0]);
  CHECK(rounds.done == 3);
  CHECK(rounds.required == 4);
  CHECK(rounds.verdict == Verdict::due);
  CHECK(std::get<MetOf>(made.total[0]).met.whole == 1);
}

TEST_CASE("visits are needed from the first window or the year's beginning to the reference day") {
  const PolicyBook book;
  const ReportBuilder month{request("2026-10", "2026-10-20"), book, k_around};
  CHECK(month.household_days() == DayRange{day("2026-01-01"), day("2026-10-20")});
  CHECK(month.worker_days() == DayRange{day("2026-01-01"), day("2026-10-20")});
  CHECK(month.assignment_days() == DayRange{day("2026-01-01"), day("2026-10-31")});
  const ReportBuilder by_grid{request("2026-10", "2026-10-20", RowsBy::grid), book, k_around};
  CHECK_FALSE(by_grid.worker_days());
}
