#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/register.hpp"

using namespace gridvisit::tests;
using OrderedJson = nlohmann::ordered_json;

namespace {

struct VisitedTown : Town {
  VisitedTown() {
    must("add 1-1-101 'said \"tea\"\\soup'");
    must("add 1-1-102 -m phone");
  }
};

}  // namespace

TEST_CASE_FIXTURE(VisitedTown, "every list and report in JSON is read by another reader") {
  for (const std::string_view line : {"report month",
                                      "report year",
                                      "report month --by grid --details",
                                      "report household G01-1-1-101",
                                      "report rule special-monthly",
                                      "due",
                                      "plan",
                                      "plan --area G02",
                                      "status",
                                      "journal",
                                      "find 甲",
                                      "show 1-1-101",
                                      "explain annual-door-visit G01-1-1-101",
                                      "explain annual-door-visit G01",
                                      "explain monthly-households W01 2026",
                                      "explain feasibility G01",
                                      "explain due G01-1-1-101",
                                      "feasibility",
                                      "policy show",
                                      "policy list",
                                      "area list",
                                      "worker list",
                                      "household list",
                                      "tag list",
                                      "assign list",
                                      "leave list",
                                      "area show G01",
                                      "worker show W01",
                                      "household show G01-1-1-101"}) {
    CAPTURE(line);
    CHECK(OrderedJson::accept(must(std::string{line} + " --format json").out));
  }
}

TEST_CASE_FIXTURE(VisitedTown, "the JSON of a report holds the figures of its CSV") {
  const auto report = OrderedJson::parse(must("report month --format json").out);
  CHECK(report["report"] == "month");
  CHECK(report["period"] == "2026-10");
  const auto& row = report["rows"][0];
  CHECK(row["code"] == "W01");
  CHECK(row["grids"] == OrderedJson::array({"G01"}));
  CHECK(row["rules"][0]["rule"] == "monthly-households");
  CHECK(row["rules"][0]["done"] == 1);
  CHECK(row["rules"][0]["required"] == 30);
  CHECK(row["rules"][1]["met"] == 1);
}

TEST_CASE_FIXTURE(VisitedTown, "quotes and backslashes of a note survive in an export as NDJSON") {
  const auto ran = must("export visits --format ndjson --unmask --reason 'test of the format'");
  std::istringstream lines{ran.out};
  std::vector<OrderedJson> visits;
  for (std::string line; std::getline(lines, line);) visits.push_back(OrderedJson::parse(line));
  REQUIRE(visits.size() == 2);
  CHECK(visits[0]["note"] == "said \"tea\"\\soup");
}
