#include <regex>

#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"

#include "cli/report_town.hpp"

using namespace gridvisit::tests;

TEST_CASE("The tables of a month report fit eighty columns in both languages") {
  Sandbox sandbox;
  add_town(sandbox);
  for (const auto* line : {"report month 2026-10 --lang en", "report month 2026-10 --lang zh"}) {
    const auto text = sandbox.must(line).out;
    const auto table = text.substr(0, text.rfind("\n\n"));
    REQUIRE(table.find("W02") != std::string::npos);
    for (const auto& row : lines(table)) CHECK(gridvisit::display_width(row) <= 80);
  }
}

TEST_CASE("A year sums a shorter rule's periods and a worker's year") {
  Sandbox sandbox;
  add_town(sandbox);
  const auto csv = sandbox.must("report year 2026 --format csv").out;
  CHECK(csv.find("year,2026,2026-11-02,worker,W01,员一,monthly-households,due,1,330,,,,,,,1,302,"
                 "360,0.1,false,180,due\n") != std::string::npos);
  CHECK(csv.find("worker,W01,员一,special-monthly,,,,1,1,9,0,11,9.1,") != std::string::npos);
}

TEST_CASE("Reports restrict themselves and refuse what can't be") {
  Sandbox sandbox;
  add_town(sandbox);
  check(sandbox, std::vector<Case>{
                     {"report month 2026-10 --by community --format csv", 0,
                      "community,C1,甲社区,annual-door-visit,,,,2,4,0,0,6,33.3,"},
                     {"report month 2026-10 --by 网格 --area C2 --format csv", 0,
                      "grid,G03,三网格,special-monthly,,,,0,0,0,0,0,,"},
                     {"report month 2026-10 --worker W02 --format csv", 0,
                      "W02,员二,monthly-households,missed,2,16,,,,,,,2,16,76,3.8,false,37,due"},
                     {"report month last --details", 0, "Households still to visit", "2026-10"},
                     {"report rule special-monthly 2026-10 --format csv", 0,
                      "rule,2026-10,2026-10-31,worker,W01,员一,special-monthly,"},
                     {"report rule special 2026-10", 3, nothing, "special-monthly"},
                     {"report month 2026-13", 2, nothing, "2026-13"},
                     {"report month 2026-12", 4, nothing, "2026-12 has not begun"},
                     {"report month 2026-10 --known-on 2026-11-03", 2, nothing, "still to come"},
                     {"report month 2026-10 --area C9", 3, nothing, "There is no area C9."},
                     {"report month 2026-10 --worker W9", 3, nothing, "There is no worker W9."},
                     {"report month 2026-10 --by palace", 3, nothing, "community"},
                     {"report month 2026-10 --worker W01 --by grid", 2, nothing, "--worker"},
                 });
}

TEST_CASE("Details mask the address to the building and name who is responsible") {
  Sandbox sandbox;
  add_town(sandbox);
  sandbox.must("import visits -",
               "household,worker,day,mode,outcome\nG01-10,W01,2026-11-01,door,met\n");
  const auto text = sandbox.must("report month 2026-09 --details").out;
  CHECK(text.find("示例路1号楼*") != std::string::npos);
  CHECK(text.find("301") == std::string::npos);
  CHECK(text.find("nobody") != std::string::npos);
}

TEST_CASE("Known on a day a report is without what was recorded later") {
  Sandbox sandbox;
  add_town(sandbox);
  const auto csv = sandbox.must("report month 2026-10 --known-on 2026-10-31 --format csv").out;
  CHECK(csv.find("W01,员一,monthly-households,missed,0,30") != std::string::npos);
}

TEST_CASE("A report goes to a file in the format of its ending and never over another by itself") {
  Sandbox sandbox;
  add_town(sandbox);
  const auto printed = sandbox.must("report month 2026-10 --format csv").out;
  sandbox.must("report month 2026-10 -o october.csv");
  CHECK(sandbox.read("october.csv") == printed);
  CHECK(sandbox.run("report month 2026-10 -o october.csv").code == 4);
  CHECK(sandbox.run("report month 2026-10 -o october.csv --force").code == 0);
}

TEST_CASE("The ending of a report's file must name a format unless an option does") {
  Sandbox sandbox;
  add_town(sandbox);
  CHECK(sandbox.run("report month 2026-10 -o october.ods").code == 2);
  CHECK(sandbox.run("report month 2026-10 -o october").code == 2);
  const auto csv = sandbox.must("report month 2026-10 --format csv").out;
  sandbox.must("report month 2026-10 -o october --format csv");
  CHECK(sandbox.read("october") == csv);
  sandbox.must("report month 2026-10 -o october.json --format csv");
  CHECK(sandbox.read("october.json") == csv);
  sandbox.must("report month 2026-10 -o october.txt");
  CHECK(sandbox.read("october.txt") == sandbox.must("report month 2026-10").out);
}

TEST_CASE("Who worked earlier in the year has a row under every policy and in every area") {
  Sandbox sandbox;
  add_town(sandbox);
  sandbox.must("import workers -", "worker,name\nW03,员三\n");
  sandbox.must("import assignments -",
               "worker,grid,role,from,until\nW03,G01,assistant,2026-01-01,2026-03-31\n");
  CHECK(sandbox.must("explain monthly-households W03 2026-10 --format json")
            .out.find("\"verdict\":\"exempt\",\"done\":0,\"required\":0") != std::string::npos);
  sandbox.write("quota.toml",
                "name = \"quota\"\nfrom = 2026-01-01\n[[rules]]\nid = \"quota\"\n"
                "title = \"q\"\nsubject = \"worker\"\nat_least = 2\n"
                "every = \"month\"\n");
  sandbox.must("policy load quota.toml");
  const auto json = sandbox.must("report month 2026-10 --format json").out;
  CHECK(json.find("\"code\": \"W03\"") != std::string::npos);
  CHECK(json.find("\"G01\"") != std::string::npos);
  CHECK(json.find("\"code\": \"-\"") != std::string::npos);
  CHECK(sandbox.must("report month 2026-10 --area C1").out.find("W03") != std::string::npos);

  sandbox.write("homes.toml",
                "name = \"homes\"\nfrom = 2026-02-01\n[[rules]]\nid = \"homes\"\n"
                "title = \"h\"\nsubject = \"household\"\nat_least = 1\n"
                "every = \"month\"\n");
  sandbox.must("policy load homes.toml");
  CHECK(sandbox.must("report month 2026-10").out.find("W03") != std::string::npos);
  CHECK(sandbox.must("report month 2026-10 --area C1").out.find("W03") != std::string::npos);
}

TEST_CASE("Explain names every visit with its reason and the formula") {
  Sandbox sandbox;
  add_town(sandbox);
  check(sandbox,
        std::vector<Case>{
            {"explain monthly-households W01 2026-10", 0, "no: counted already"},
            {"explain monthly-households W01 2026-10", 0, "no: not a mode of this rule"},
            {"explain monthly-households W02 2026-10", 0,
             "Required: 30 x 16 (days in post) / 31 (days of the period), rounded up = 16."},
            {"explain monthly-households W02 2026-10", 0,
             "Average of the year so far: 30 x 2 done / 16 required = 3.8."},
            {"explain annual-door-visit G01-3", 0, "no: not an outcome of this rule"},
            {"explain special-monthly G01-2 2026-10", 0,
             "G01-2 had none of the tags that it names (special)"},
            {"explain annual-door-visit G01-2 2019", 0, "G01-2 lived in no grid of it"},
            {"explain special-monthly G01-1 2026-10 --lang zh", 0, "结果：达标"},
            {"explain special-monthly G01-1 2026", 0,
             "Covered: 1 met / (1 met + 1 due + 9 missed = 11) = 9.1%."},
            {"explain annual-door-visit 10 2026", 0, "G01-10"},
            {"report household 10 2026", 0, "G01-10"},
            {"explain annual-door-visit 1 2026", 3, nothing, "  G02-1"},
            {"explain nothing G01-1", 3, nothing, "annual-door-visit"},
            {"explain annual-door-visit G01-99", 3, nothing, "G01-99"},
            {"report household G01-1 2026", 0, "2026-10"},
        });
}

TEST_CASE("Explain tells a program the verdict and a coordinator the patrols") {
  Sandbox sandbox;
  add_town(sandbox);
  check(sandbox,
        std::vector<Case>{
            {"explain monthly-households W02 2026-10 --format json", 0,
             "\"verdict\":\"missed\",\"done\":2,\"required\":16,\"days_in_post\":16,"
             "\"year_done\":2,\"year_required\":16,\"year_required_full\":76,\"average\":\"3.8\""},
            {"explain special-monthly G01-2 2026-10 --format json", 0, "\"verdict\":null"},
        });
  sandbox.write("rounds.toml",
                "name = \"rounds\"\nfrom = 2026-01-01\n[[rules]]\nid = \"rounds\"\n"
                "title = \"r\"\nsubject = \"grid\"\nat_least = 2\n"
                "every = \"week\"\n[[rules]]\nid = \"late\"\ntitle = \"l\"\n"
                "subject = \"household\"\nat_least = 1\nevery = \"month\"\n"
                "grace_days = 40\n");
  sandbox.must("policy load rounds.toml");
  sandbox.must("patrol add G01 pm --as W01");
  check(sandbox,
        std::vector<Case>{
            {"explain rounds G01", 0, "2026-11-02  afternoon  W01"},
            {"explain rounds G01 --format json", 0,
             "\"patrols\":[{\"day\":\"2026-11-02\",\"half_day\":\"pm\",\"worker\":\"W01\"}]"},
            {"explain late G01-2 2026-10", 0,
             "exempt; days of this period under the rule: fewer than 40."},
        });
}

TEST_CASE("Check answers by its exit code and says nothing unless asked") {
  Sandbox sandbox;
  add_town(sandbox);
  check(sandbox,
        std::vector<Case>{
            {"check --month 2026-10", 0, nothing},
            {"check --month 2026-10 --pace", 1, nothing},
            {"check --month 2026-10 --pace -v", 1, "behind"},
            {"check --month 2026-09", 1, nothing},
            {"check --month 2026-09 --rule annual-door-visit", 0, nothing},
            {"check --month 2026-09 -v --format csv", 1, "W01,员一,special-monthly,missed,0,1"},
            {"check --month 2026-10 --rule nothing", 3},
        });
}

TEST_CASE("Feasibility says in a sentence whether the rules can be met") {
  Sandbox sandbox;
  add_town(sandbox);
  check(sandbox, std::vector<Case>{
                     {"feasibility --grid G01 --per-day 9", 0, "It is possible"},
                     {"feasibility --grid G01", 0, "more than the days left hold"},
                     {"feasibility --grid G03", 0, "every household rule of this year is met"},
                     {"feasibility --grid C1", 4},
                     {"feasibility --lang zh", 0, "可行"},
                     {"area add G04 empty --parent C2", 0},
                     {"feasibility --grid G04", 0, "nobody lives there"},
                 });
}

TEST_CASE("A policy is checked and loaded and holds from its day") {
  Sandbox sandbox;
  add_town(sandbox);
  sandbox.write("bad.toml",
                "name = \"bad\"\n[[rules]]\nid = \"r\"\nsubject = \"household\"\n"
                "tagged = [\"specal\"]\nat_least = 0\nevery = \"month\"\n");
  check(sandbox, std::vector<Case>{
                     {"policy show", 0, "monthly-households"},
                     {"policy show --lang zh", 0, "上门 面见"},
                     {"policy check bad.toml", 1, "special"},
                     {"policy load bad.toml", 4, "at_least"},
                     {"policy load nothing.toml", 3},
                     {"policy load .", 4, nothing, "is not a plain file"},
                     {"policy list --format csv", 0, "default,"},
                     {"policy show --format csv", 0,
                      "default,,monthly-households,月均走访户数,Households visited a month,worker,,"
                      "door outside,met,households,30,month,year,anywhere,0,days,,"},
                     {"policy show --format json", 0, "\"outcomes\":[\"met\"]"},
                 });
  sandbox.write("base.toml", sandbox.must("policy show --toml").out);
  CHECK(sandbox.must("policy check base.toml").code == 0);
  auto toml = sandbox.read("base.toml");
  toml = std::regex_replace(toml, std::regex{"at_least = 30"}, "at_least = 1");
  toml = std::regex_replace(toml, std::regex{"name = \"default\""},
                            "name = \"easy\"\nfrom = 2026-11-01");
  sandbox.write("easy.toml", toml);
  check(sandbox, std::vector<Case>{
                     {"policy load easy.toml -n", 0, "Would load"},
                     {"policy load easy.toml", 0, "in force from 2026-11-01"},
                     {"policy show", 0, "easy"},
                     {"policy show 2026-10-31", 0, "default"},
                     {"report month 2026-10", 0, "1/30"},
                     {"report month 2026-11", 0, "0/1"},
                 });
}

TEST_CASE("A quota of thirty a month can't cover four hundred households and feasibility says so") {
  Sandbox sandbox;
  sandbox.set("GRIDVISIT_TODAY", "2026-01-05");
  sandbox.must("init");
  sandbox.must("area add G01 g --kind grid");
  sandbox.must("worker add W01 w");
  sandbox.must("assign add W01 G01 --from 2020-01-01");
  std::string households = "household,grid\n";
  for (int at = 1; at <= 400; ++at) households += "G01-" + std::to_string(at) + ",G01\n";
  sandbox.must("import households -", households);
  check(sandbox,
        std::vector<Case>{
            {"feasibility", 0, "visits needed this year: 400; the worker's quota gives only 360."},
            {"feasibility --format csv", 0, "G01,g,W01,400,12,400,360,short,34,"},
            {"feasibility", 0, "is the last day to begin."},
            {"feasibility --per-day 1", 0,
             "G01: lost. Working days left: 259; visits that they hold at 1 a day: 259."},
            {"feasibility --per-day 0", 2},
        });
}
