// Months that are closed, and what later records change.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

/// The small register on 2 October, September closed with one visit by W01; then 15 October.
struct ClosedSeptember : Town {
  ClosedSeptember() {
    must("add 1-1-101 met --on 2026-09-10 --today 2026-09-10");
    must("add 1-1-102 met --on 2026-09-11 --today 2026-09-11");
    must("month close 2026-09 --today 2026-10-02");
  }

  std::string diff(std::string_view options = {}) const {
    return must("month diff 2026-09 --format csv " + std::string{options}).out;
  }
};

constexpr std::string_view k_head = "period,closed_at,by,code,name,rule,figure,was,is,difference\n";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a month is closed once it is over and by its figures") {
  Sandbox sandbox;
  add_register(sandbox);
  const Case cases[] = {
      {"month list", 0, "No month is closed.", ""},
      {"month diff 2026-09", 3, nothing, "2026-09 was never closed."},
      {"month close this", 4, nothing, "2026-10 is not over: its last day is 2026-10-31."},
      {"month close 2026-10", 4, nothing, "Close it from 2026-11-01 on."},
      {"month close 2026-11", 4, nothing, "2026-11 is not over"},
      {"month close 2026-10 --today 2026-10-31", 4, nothing, "is not over"},
      {"month close 2026-13", 2, nothing, "2026-13"},
      {"month close", 2, nothing, "MONTH"},
      {"month close last -n", 0, "Closed 2026-09", "Month: 2026-09"},
      {"month list", 0, "No month is closed.", ""},
      {"month close 2026-09", 0, "Figures kept, as of data version", nothing},
      {"month list --format csv", 0, "2026-09,", ""},
      {"month close 2026-09", 4, nothing, "Its figures are as they were kept."},
      {"month close 2026-09 --again", 4, nothing, "Its figures are as they were kept."},
      {"month diff 2026-09", 0, "Nothing has changed: every figure of 2026-09 is as it was kept.",
       nothing},
      {"month diff last --lang zh", 0, "没有变化", ""},
      {"month close 2026-10 --today 2026-11-01", 0, "Closed 2026-10", nothing},
      {"verify", 0, "", ""},
  };
  check(sandbox, cases);
  CHECK(lines(sandbox.must("month list --format csv").out).size() == 3);
}

TEST_CASE_FIXTURE(ClosedSeptember, "late visits and voids show by worker and grid and by rule") {
  CHECK(diff() == k_head);
  must("add G01-1-2-101 late --on 2026-10-12");  // of another month
  CHECK(diff() == k_head);
  must("add 1-1-101 again --on 2026-09-20");  // a household that counts already
  CHECK(diff() == k_head);
  must("add G01-2-1-101 late --on 2026-09-29");  // lived there until 30 September
  const auto late = diff();
  CHECK(contains(late, ",worker,W01,员一,monthly-households,done,2,3,1\n"));
  CHECK(contains(late, ",worker,W01,员一,monthly-households,year_done,2,3,1\n"));
  CHECK(contains(late, ",worker,W01,员一,annual-door-visit,met,2,3,1\n"));
  CHECK(contains(late, ",worker,W01,员一,annual-door-visit,due,1,0,-1\n"));
  CHECK(contains(late, ",worker,W01,员一,annual-door-visit,coverage,66.7,100.0,33.3\n"));
  CHECK(contains(late, ",grid,G01,一网格,annual-door-visit,met,2,3,1\n"));
  CHECK_FALSE(contains(late, "G02"));
  must("void 4 --reason wrong");
  must("void 1 --reason wrong");
  const auto voided = diff();
  CHECK_FALSE(contains(voided, "monthly-households,done"));
  CHECK_FALSE(contains(voided, "annual-door-visit,met"));
  CHECK(contains(voided, ",worker,W01,员一,special-monthly,met,1,0,-1\n"));
  CHECK(contains(voided, ",grid,G01,一网格,special-monthly,missed,0,1,1\n"));
  must("verify");
}

TEST_CASE_FIXTURE(ClosedSeptember, "the visits and changes of the register behind it are named") {
  must("add G01-2-1-101 late --on 2026-09-29");
  must("leave add W01 --from 2026-09-01 --until 2026-09-15");
  must("add G02-9-9-909 elsewhere --on 2026-09-29 --as W02 --today 2026-10-15");
  const auto json = nlohmann::json::parse(must("month diff 2026-09 --format json").out);
  CHECK(json["period"] == "2026-09");
  CHECK(json["today"] == "2026-10-02");
  CHECK(json["closed_by"] == "W01");
  CHECK(json["closed_data"] != json["data"]);
  REQUIRE(json["visits"].size() == 2);
  CHECK(json["visits"][0]["day"] == "2026-09-29");
  CHECK(json["visits"][0]["household"] == "G01-2-1-101");
  CHECK(json["visits"][0]["voided_at"].is_null());
  CHECK(json["visits"][1]["worker"] == "W02");
  REQUIRE(json["entries"].size() == 1);
  CHECK(json["entries"][0]["operation"] == "leave add");
  CHECK(json["entries"][0]["reference"] == "W01");
  bool required = false;
  for (const auto& change : json["changes"])
    required |= change["code"] == "W01" && change["figure"] == "required" && change["was"] == 30 &&
                change["is"] == 15 && change["difference"] == -15;
  CHECK(required);
  const auto text = must("month diff 2026-09").out;
  for (const auto* part :
       {"By worker", "By grid", "Visits recorded or voided since",
        "Patrols and changes of the register, rules and holidays since", "leave add"})
    CHECK(contains(text, part));
}

TEST_CASE_FIXTURE(ClosedSeptember, "time alone changes nothing, not even the year's end") {
  CHECK(contains(must("report month 2026-09 --today 2027-02-01 --format csv").out, "missed"));
  CHECK(diff("--today 2027-02-01") == k_head);
}

TEST_CASE_FIXTURE(ClosedSeptember, "a second closing takes late records in and the first stays") {
  must("add G01-2-1-101 late --on 2026-09-29");
  const Case cases[] = {
      {"month close 2026-09", 4, nothing, "--again closes it a second time"},
      {"month close 2026-09 --again", 0, "Closed 2026-09", nothing},
      {"month diff 2026-09", 0, "Nothing has changed", nothing},
      {"verify", 0, "", ""},
  };
  check(*this, cases);
  CHECK(lines(must("month list --format csv").out).size() == 3);
}

TEST_CASE_FIXTURE(ClosedSeptember, "a report on a closed month says so and whether it differs") {
  const auto before = must("report month 2026-09").out;
  CHECK(contains(before, "; unchanged since"));
  CHECK(contains(must("report month 2026-09 --format json").out, "\"differs\": false"));
  CHECK_FALSE(contains(must("report month 2026-08").out, "Closed"));
  must("add G01-1-2-101 x --on 2026-10-12");
  CHECK(contains(must("report month 2026-09").out, "; unchanged since"));
  must("add G01-2-1-101 late --on 2026-09-29");
  const auto after = must("report month 2026-09").out;
  CHECK(contains(after, "; changed since: `month diff 2026-09`"));
  CHECK(contains(must("report month 2026-09 --format json").out, "\"differs\": true"));
  CHECK(contains(must("report month 2026-09 --lang zh").out, "封账"));
}

TEST_CASE_FIXTURE(ClosedSeptember, "what is known on a day includes the closings of then") {
  must("add G01-2-1-101 late --on 2026-09-29");
  CHECK(contains(must("report month 2026-09").out, "; changed since"));
  // Closed on 2 October by --today, but the audit knows the machine's own time.
  CHECK_FALSE(contains(must("report month 2026-09 --known-on 2026-10-14").out, "Closed"));
}

TEST_CASE_FIXTURE(ClosedSeptember, "the difference goes to a file and bad words are refused") {
  must("month diff 2026-09 -o changed.csv");
  CHECK(read("changed.csv") == k_head);
  const Case cases[] = {
      {"month diff 2026-09 -o changed.csv", 4, nothing, "exists already"},
      {"month diff 2026-09 -o changed.doc", 2, nothing, "names no format"},
      {"month diff Brumaire", 2, nothing, "Brumaire"},
      {"month shut 2026-09", 2, nothing, "There is no command `month shut`"},
  };
  check(*this, cases);
}
