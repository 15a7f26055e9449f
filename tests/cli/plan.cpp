#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/register.hpp"

using namespace gridvisit::tests;
using Json = nlohmann::json;

TEST_CASE_FIXTURE(Town,
                  "a plan puts what is owed on the next working days, one visit for several") {
  const auto rows = lines(must("plan --format csv").out);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == "day,worker,grid,household,name,modes,deadline,rules,quota,last_visit");
  CHECK(rows[1] ==
        "2026-10-15,W01,G01,G01-1-1-101,甲*,door,2026-10-31,special-monthly annual-door-visit,,");
  CHECK(rows[2] == "2026-10-15,W01,G01,G01-1-1-102,甲*,door,2026-12-31,annual-door-visit,,");
  const auto slow = lines(must("计划 --per-day 1 --format csv").out);
  REQUIRE(slow.size() == 4);
  CHECK(slow[2].starts_with("2026-10-16,W01,G01,G01-1-1-102,"));  // Friday
  CHECK(slow[3].starts_with("2026-10-19,W01,G01,G01-1-2-101,"));  // Monday
}

TEST_CASE_FIXTURE(Town, "a plan says whether it can be done, in numbers and in words") {
  const Case cases[] = {
      {"plan", 0, "W01: all obligations up to 2026-12-31 (6) can be met at 8 a day."},
      {"plan --lang zh", 0, "W01：到 2026-12-31 为止的 6 项要求，每天走访 8 户可以全部完成。"},
      {"plan --from 2026-12-31 --per-day 1 --days 1", 0, "3 a day would do"},
      {"plan --from 2026-12-31 --per-day 1 --days 1", 0, "no working day is left"},
      {"plan --from 2026-12-31 --per-day 1 --days 1", 0, "can't be met whatever a day holds"},
      {"plan --area G02", 0, "W02"},
      {"plan --worker W03", 0, "W03: nothing is owed"},
  };
  check(*this, cases);
  const auto plan = Json::parse(must("plan --format json").out);
  CHECK(plan["per_day"] == 8);
  CHECK(plan["workers"][0]["feasible"] == true);
  CHECK(plan["workers"][0]["obligations"] == 6);
  CHECK(plan["workers"][0]["later"] == 2);
  CHECK(plan["visits"].size() == 3);
  CHECK(plan["unmet"].empty());
}

TEST_CASE_FIXTURE(Town, "a plan leaves out leave, and the setting says what a day holds") {
  must("leave add W01 --from 2026-10-15 --until 2026-10-16");
  CHECK(lines(must("plan --format csv").out).at(1).starts_with("2026-10-19,"));
  must("config set visits_per_day 2");
  CHECK(lines(must("plan --format csv").out).at(3).starts_with("2026-10-20,"));
  CHECK(must("plan --per-day 3").out.find("Visits a day  3") != std::string::npos);
}

TEST_CASE_FIXTURE(Town, "what can't be meant is refused with what can") {
  const Case cases[] = {
      {"plan --from 2026-10-14", 2, nothing, "2026-10-14 is over."},
      {"plan --days 0", 2, nothing, "whole number"},
      {"plan --days 367", 2, nothing, "more than 366"},
      {"plan --per-day 201", 2, nothing, "more than 200"},
      {"plan --worker W01 --area S1", 2, nothing, "Name one of"},
      {"plan --worker W9", 3, nothing, "There is no worker W9."},
      {"plan --area C9", 3, nothing, "There is no area C9."},
      {"config set visits_per_day 0", 2, nothing, "a number of visits, 1 to 200"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "a grid that nobody answers for is in no plan and is told") {
  must("area add G03 third --kind grid");
  must("household add G03-1 G03");
  CHECK(must("plan --area G03").out.find("G03: nobody answers for the grid") != std::string::npos);
}

TEST_CASE_FIXTURE(Town, "a plan is written to a file, masked") {
  must("plan -o plan.csv");
  CHECK(read("plan.csv").find("甲*") != std::string::npos);
  CHECK(run("plan -o plan.csv").code == 4);
}
