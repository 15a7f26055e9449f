// What was known on a day: old printouts made again.
#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

struct KnownOnRegister : Town {
  bool counts(const std::string& line, std::string_view part) const {
    const auto out = must(line).out;
    INFO(line, "\n", out);
    return out.find(part) != std::string::npos;
  }
  /// Households that W01 visited in October, as was known on the day.
  std::string done_known_on(const std::string& day) const {
    const auto csv =
        must("report month 2026-10 --format csv --today 2026-12-31 --known-on " + day).out;
    const auto at = csv.find("monthly-households,missed,") + 26;
    return csv.substr(at, csv.find(',', at) - at);
  }
};

}  // namespace

TEST_CASE_FIXTURE(KnownOnRegister,
                  "an old printout is made again from later records byte by byte") {
  must("add G01-1-1-101 a --today 2026-10-05");
  must("add G01-1-1-102 b --today 2026-10-06");
  must("add G01-1-2-101 c --today 2026-10-12 --as W02");
  const std::string lines[] = {
      "report month 2026-10 --format csv",
      "report month 2026-10 --by grid --format csv",
      "report year 2026 --format csv",
      "report household G01-1-1-101 2026 --format csv",
      "explain monthly-households W01 2026-10 --format csv",
      "explain annual-door-visit G01-1-1-102 --format csv",
      "check --month 2026-10 -v --pace --format csv",
      "export compliance --month 2026-10",
  };
  const auto printed = [&](const std::string& options) {
    std::string all;
    for (const auto& line : lines) all += run(line + options).out;
    return all;
  };
  const auto before = printed(" --today 2026-10-12");
  must("add G01-1-1-101 late --on 2026-10-02 --today 2026-10-13 -m office");
  must("add G02-1-1-101 late --on 2026-10-03 --today 2026-10-13");
  must("void 1 --reason wrong --today 2026-10-13");
  must("amend 2 --mode phone --reason 'it was a call' --today 2026-10-14");
  must("void 3 --reason wrong --today 2026-10-14");
  CHECK(printed(" --today 2026-10-12") != before);
  CHECK(printed(" --today 2026-10-12 --known-on 2026-10-12") == before);
  CHECK(printed(" --today 2026-10-12 --known-on 2026-10-11") != before);
}

TEST_CASE_FIXTURE(KnownOnRegister, "a day ends at midnight by the clock of the time zone") {
  write("v.csv",
        "household,worker,day,mode,visit,recorded_at,voided_at,void_reason\n"
        "G01-1-1-101,W01,2026-10-30,door,1,2026-10-31T15:59:59Z,,\n"
        "G01-1-1-102,W01,2026-10-30,door,2,2026-10-31T16:00:00Z,,\n"
        "G02-1-1-101,W01,2026-10-30,door,3,2026-10-30T00:00:00Z,2026-10-31T15:59:59Z,x\n"
        "G02-9-9-909,W01,2026-10-30,door,4,2026-10-30T00:00:00Z,2026-10-31T16:00:00Z,x\n");
  must("config set timezone Asia/Shanghai");
  must("import visits v.csv --today 2026-12-31");
  CHECK(done_known_on("2026-10-29") == "0");
  CHECK(done_known_on("2026-10-30") == "2");  // 3 and 4, not void yet
  CHECK(done_known_on("2026-10-31") == "2");  // 1, and 4, which is voided the second after
  CHECK(done_known_on("2026-11-01") == "2");  // 1 and 2
  must("config set timezone UTC");
  CHECK(done_known_on("2026-10-31") == "2");
  must("config set timezone America/New_York");
  CHECK(done_known_on("2026-10-30") == "2");
}

TEST_CASE_FIXTURE(KnownOnRegister, "a day of twenty-five hours is known to its end") {
  write("v.csv",
        "household,worker,day,mode,visit,recorded_at\n"
        "G01-1-1-101,W01,2026-10-30,door,1,2026-11-02T04:59:59Z\n"
        "G01-1-1-102,W01,2026-10-30,door,2,2026-11-02T05:00:00Z\n");
  must("config set timezone America/New_York");  // puts its clocks back on 1 November
  must("import visits v.csv --today 2026-12-31");
  CHECK(done_known_on("2026-10-31") == "0");
  CHECK(done_known_on("2026-11-01") == "1");
  CHECK(done_known_on("2026-11-02") == "2");
}

TEST_CASE_FIXTURE(KnownOnRegister, "an explanation knows nothing of later records and voids") {
  must("add G01-1-1-101 a --today 2026-10-05");
  must("void 1 --reason 'wrong door' --today 2026-10-07");
  must("add G01-1-1-101 b --on 2026-10-05 --today 2026-10-08 -m office");
  const std::string explain = "explain annual-door-visit G01-1-1-101 --known-on ";
  CHECK(counts(explain + "2026-10-06", "counts\n"));
  CHECK_FALSE(counts(explain + "2026-10-06", "no: void"));
  CHECK(counts(explain + "2026-10-07", "no: void"));
  CHECK_FALSE(counts(explain + "2026-10-07", "office"));
  CHECK(counts(explain + "2026-10-08", "office"));
  CHECK(counts(explain + "2026-10-08", "Known on"));
  CHECK(counts(explain + "2026-10-08 --format json", "\"known_on\":\"2026-10-08\""));
}

TEST_CASE_FIXTURE(KnownOnRegister, "a day to come or a table that is not reckoned is refused") {
  const Case cases[] = {
      {"explain annual-door-visit G01-1-1-101 --known-on 2026-10-16", 2, nothing, "still to come"},
      {"report household G01-1-1-101 --known-on yesterdya", 2, nothing, "yesterdya"},
      {"check --known-on tomorrow", 2, nothing, ""},
      {"export visits --known-on 2026-10-14", 2, nothing, "--known-on goes with compliance only."},
      {"export compliance --known-on 2026-10-16", 2, nothing, "still to come"},
      {"export compliance --known-on yesterday", 0, "month,2026-10,", ""},
  };
  check(*this, cases);
}
