#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/register.hpp"

using namespace gridvisit::tests;
using Json = nlohmann::json;

namespace {

/// The register, with visits of October; G03 has a household and nobody who answers for it.
struct ExplainTown : Town {
  ExplainTown() {
    must("area add G03 third --kind grid");
    must("household add G03-1 G03 --from 2020-01-01");
    must("add 1-1-101 --on 2026-10-05");
    must("add 1-1-102 -m phone --on 2026-10-06");
  }

  Json json(const std::string& line) const {
    return Json::parse(must(line + " --format json").out);
  }
  /// The entry of a report's rows for a subject and rule.
  Json figure(const std::string& report, const std::string& code, const std::string& rule) const {
    const auto rows = json(report)["rows"];
    for (const auto& row : rows)
      if (row["code"] == code)
        for (const auto& entry : row["rules"])
          if (entry["rule"] == rule) return entry;
    return {};
  }
};

}  // namespace

TEST_CASE_FIXTURE(ExplainTown,
                  "what is explained of a row's coverage adds up to the report's figures") {
  for (const std::string rule : {"annual-door-visit", "special-monthly"})
    for (const std::string report : {"report month 2026-10", "report year 2026"})
      for (const std::string code : {"W01", "W02", "-"}) {
        CAPTURE(rule);
        CAPTURE(report);
        CAPTURE(code);
        const auto figure = this->figure(report, code, rule);
        REQUIRE(!figure.is_null());
        const auto period = report.substr(report.rfind(' ') + 1);
        const auto sum = json("explain " + rule + " " + code + " " + period);
        for (const auto* key : {"met", "due", "missed", "exempt", "total"})
          CHECK(sum[key] == figure[key]);
        std::size_t met = 0;
        for (const auto& household : sum["households"])
          met += household["verdict"] == "met" ? 1 : 0;
        CHECK(sum["met"] == met);
      }
}

TEST_CASE_FIXTURE(ExplainTown, "households that do not count are named with the reason") {
  const Case cases[] = {
      {"explain special-monthly G01 2026-10", 0, "no: none of the rule's tags"},
      {"explain annual-door-visit G01 2026-10", 0, "no: lived elsewhere on the reference day"},
      {"explain annual-door-visit - 2026-10", 0, "G03-1"},
      {"explain annual-door-visit G01 2026-10 --lang zh", 0, "不计：统计截止日不住在这里"},
      {"explain annual-door-visit G01 2026-10", 0,
       "Covered: 1 met / (1 met + 2 due + 0 missed = 3) = 33.3%."},
      {"explain monthly-households -", 2, nothing, "is about workers"},
      {"explain annual-door-visit G99", 3, nothing, "G99"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ExplainTown, "the workers of an area are named with what was asked of each") {
  const auto sum = json("explain monthly-households G01 2026-10");
  REQUIRE(sum["workers"].size() == 1);
  CHECK(sum["workers"][0]["code"] == "W01");
  CHECK(sum["workers"][0]["done"] == 1);
  CHECK(sum["met"] == 0);
  CHECK(sum["total"] == 1);
}

TEST_CASE_FIXTURE(ExplainTown, "a worker's year is explained month by month") {
  const auto explained = json("explain monthly-households W01 2026-10");
  REQUIRE(explained["months"].size() == 12);
  int done = 0, required = 0, full = 0;
  for (const auto& month : explained["months"]) {
    full += month["required"].get<int>();
    if (!month["done"].is_null()) done += month["done"].get<int>();
    if (!month["required_to_date"].is_null()) required += month["required_to_date"].get<int>();
  }
  CHECK(explained["year_done"] == done);
  CHECK(explained["year_required"] == required);
  CHECK(explained["year_required_full"] == full);
  CHECK(explained["posts"][0]["grid"] == "G01");
  CHECK(must("explain monthly-households W01 2026-10").out.find("(months left), rounded up = ") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(ExplainTown,
                  "patrols are explained day by day, and for a worker or area grid by grid") {
  write("rounds.toml",
        "name = \"rounds\"\nfrom = 2026-01-01\n[[rules]]\nid = \"rounds\"\ntitle = \"r\"\n"
        "subject = \"grid\"\nat_least = 2\nevery = \"month\"\n");
  must("policy load rounds.toml");
  must("patrol add G01 am --as W01");
  const auto days = json("explain rounds G01 2026-10");
  CHECK(days["days"].size() == 15);
  CHECK(days["days"][2]["works"] == false);  // Saturday
  CHECK(days["days"][14]["done"] == 1);
  CHECK(json("explain rounds W01 2026-10")["grids"].size() == 1);
  CHECK(json("explain rounds - 2026-10")["grids"][0]["code"] == "G03");
  CHECK(json("explain rounds G01 2026")["required"] ==
        json("report year 2026 --by grid")["rows"][0]["rules"][0]["required"].get<int>());
}

TEST_CASE_FIXTURE(ExplainTown, "the feasibility of a grid is explained household by household") {
  const auto explained = json("explain feasibility G01");
  int needed = 0;
  for (const auto& household : explained["households"]) needed += household["needed"].get<int>();
  CHECK(explained["needed"] == needed);
  CHECK(needed == 4);  // 102 and 2-101 once, the special household in November and December
  CHECK(run("explain feasibility W01").code == 3);
}

TEST_CASE_FIXTURE(ExplainTown,
                  "the place in the list of whom to visit is explained question by question") {
  const auto due = lines(must("due --format csv").out);
  REQUIRE(due.size() == 3);  // 101 owes nothing more
  CHECK(due[2].starts_with("G01-1-2-101,"));
  const auto explained = json("explain due G01-1-2-101");
  CHECK(explained["place"] == 2);
  CHECK(explained["total"] == 2);
  CHECK(explained["priority"] == "rest");
  CHECK(explained["obligations"][0]["rule"] == "annual-door-visit");
  CHECK(explained["last_counted"].is_null());
  const Case cases[] = {
      {"explain due 1-1-102", 0, "4. Last visit that counts for one of them: never."},
      {"explain due G01-1-1-101", 0, "is not on the list"},
      {"explain due 1-1-102 --lang zh", 0, "1. 最早期限：2026-12-31。"},
      {"explain due G99", 3, nothing, "G99"},
  };
  check(*this, cases);
}
