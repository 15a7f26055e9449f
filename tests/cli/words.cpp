// Words as people type them: days in both languages, and words that are nearly right.
#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"

#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

TEST_CASE("a day is understood as it is written in either language") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 -n --on 2026年10月5日", 0, "2026-10-05"},
      {"add 1-1-101 -n --on 2026/10/5", 0, "2026-10-05"},
      {"add 1-1-101 -n --on 'oct 5'", 0, "2026-10-05"},
      {"add 1-1-101 -n --on 5号", 0, "2026-10-05"},
      {"add 1-1-101 -n --on 两天前", 0, "2026-10-13"},
      {"add 1-1-101 -n --on '3 days ago'", 0, "2026-10-12"},
      {"add 1-1-101 -n --on 本周一", 0, "2026-10-12"},
      {"journal --month 去年12月", 0, "2025-12"},
      {"report month 'sep 2026'", 0, "2026-09"},
  };
  check(town, cases);
}

TEST_CASE("a day that may be another one is refused with what it may mean") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 --on 10/5", 2, nothing, "Say which day is meant: 2026-10-05, 2026-05-10."},
      {"add 1-1-101 --on 10.5", 2, nothing, "2026-10-05, 2026-05-10"},
      {"add 1-1-101 --on 'last mon'", 2, nothing, "2026-10-12, 2026-10-05"},
      {"add 1-1-101 --on 5/10/2026 --lang zh", 2, nothing, "请写明是哪一天"},
      {"journal", 0, "nothing is logged"},
  };
  check(town, cases);
}

TEST_CASE("a word that is nearly right is named and never taken") {
  const Town town;
  const Case cases[] = {
      {"statsu", 2, nothing, "Did you mean `gridvisit status`?"},
      {"走仿 1-1-101", 2, nothing, "Did you mean `gridvisit 走访`?"},
      {"area lst", 2, nothing, "Did you mean `gridvisit area list`?"},
      {"sta", 2, nothing, "There is no command `sta`."},
      {"due --limt 3", 2, nothing, "Did you mean --limit?"},
      {"due --as W0", 3, nothing, "W01"},
      {"tag add G01-1-1-101 low-incom", 3, nothing, "low-income"},
      {"due --lang zh --limt 3", 2, nothing, "--limit"},
      {"journal", 0, "nothing is logged"},
  };
  check(town, cases);
}

TEST_CASE("a word that is in no closed set is never taken, and the nearest of the set is named") {
  struct Set {
    std::string_view line;     ///< with a word that is nearly one of the set
    std::string_view nearest;  ///< that is
    std::string_view foreign;  ///< in the place of the word: like none of the set
    int code = 2;
  };
  const Set sets[] = {
      {"due --format {tabel}", "table", "chart"},
      {"export visits --format {cvs}", "csv", "table"},
      {"journal -o day.{cvs}", ".csv", "exe"},
      {"export visits -o visits.{ndjsn}", ".ndjson", "pdf"},
      {"status --color {alwyas}", "always", "blue"},
      {"config set color {nver}", "never", "blue"},
      {"config set language {zhh}", "zh", "latin"},
      {"config set service_account {ture}", "true", "perhaps"},
      {"config get {langauge}", "language", "weather"},
      {"config set {colour} never", "color", "weather"},
      {"add 1-1-101 --on {yestreday}", "yesterday", "someday"},
      {"add 1-1-101 --on {昨夭}", "昨天", "某日"},
      {"add 1-1-101 -m {phnoe}", "phone", "carrier-pigeon"},
      {"add 1-1-101 -m {上们}", "上门", "飞鸽传书"},
      {"journal --month {lats}", "last", "never"},
      {"report month {上约}", "上月", "某时"},
      {"report year {thsi}", "this", "never"},
      {"report rule special-monthly {lsat}", "last", "never"},
      {"report month --by {wroker}", "worker", "planet", 3},
      {"report month --by {网各员}", "网格员", "星球", 3},
      {"report month --by {gird}", "grid", "planet", 3},
      {"patrol add G01 {sm}", "am", "noon"},
      {"patrol add G01 {下年}", "下午", "夜里"},
      {"assign add W03 G01 --role {asistant}", "assistant", "king"},
      {"assign add W03 G01 --role {协住}", "协助", "国王"},
      {"member add zhang {cordinator}", "coordinator", "king"},
      {"member add zhang {管里员}", "管理员", "国王"},
      {"export {visit}", "visits", "planets"},
      {"export {complience}", "compliance", "planets"},
      {"import {houshold} -", "households", "planets"},
      {"import areas - --encoding {gb1830}", "gb18030", "morse"},
      {"completion {bsh}", "bash", "tcsh"},
  };
  const Town town;
  for (const auto& [line, nearest, foreign, code] : sets)
    for (const std::string language : {"en", "zh"}) {
      const std::string before{line.substr(0, line.find('{'))};
      const auto end = line.find('}');
      const std::string word{line.substr(before.size() + 1, end - before.size() - 1)};
      const std::string after{line.substr(end + 1)};
      const auto hint = language == "en" ? "Did you mean " + std::string{nearest} + "?"
                                         : "您是不是要写 " + std::string{nearest} + "？";
      CAPTURE(line);
      CAPTURE(language);
      const auto near = town.run(before + word + after + " --lang " + language);
      CHECK(near.code == code);
      CHECK(near.out.empty());
      CHECK_MESSAGE(near.err.find(hint) != std::string::npos, near.err);
      const auto other = town.run(before + std::string{foreign} + after + " --lang " + language);
      CHECK(other.code == code);
      CHECK_MESSAGE(other.err.find(hint.substr(0, 12)) == std::string::npos, other.err);
      CHECK(lines(other.err).size() >= 2);
    }
  check(town, std::vector<Case>{{"journal", 0, "nothing is logged"},
                                {"status --lang zhh", 2, nothing, "Did you mean zh?"},
                                {"status --lang latin", 2, nothing, "Change it there"}});
}

TEST_CASE("a setting in the config file that nobody knows is told with the nearest") {
  Sandbox town;
  add_register(town);
  town.write("config/gridvisit/config.toml", "langauge = \"zh\"\nweather = \"fine\"\n");
  const auto ran = town.must("journal");
  CHECK(ran.err.find("there is no setting langauge. Did you mean language?") != std::string::npos);
  CHECK(ran.err.find("there is no setting weather.\n") != std::string::npos);
}

TEST_CASE("sentences with a number read right for one as well") {
  const Town town;
  town.write("one.csv", "household,worker,day,mode\nG02-9-9-909,W02\n");
  const Case cases[] = {
      {"import visits one.csv", 4, nothing, "Rows with a problem: 1 of 1."},
      {"add G02-9-9-909 --as W02", 0, "1 of 30 households"},
      {"due --as W02", 0, ": 1 household owes a visit on 2026-10-15\n"},
      {"due --as W02 --lang zh", 0, "：2026-10-15 待走访 1 户\n"},
      {"plan --as W02", 0, "W02: all obligations up to 2026-12-31 (1) can be met at 8 a day."},
      {"explain monthly-households W02", 0, "Done: 1 (different households)."},
      {"explain annual-door-visit G02-9-9-909", 0, "Done: 1 (different days)."},
  };
  check(town, cases);
}

TEST_CASE("what is said is broken at the terminal's width and in a pipe it is one line") {
  const Town town;
  for (const std::string language : {"en", "zh"})
    for (const std::string command :
         {"add nobody", "add 101", "undo", "due --limt", "add 1-1-101 -n", "add 1-1-101 --on 10/5"})
      for (const int columns : {40, 60}) {
        const auto line = "gridvisit " + command + " --no-input --lang " + language;
        CAPTURE(line);
        const auto shown = town.shell("script -qec 'stty cols " + std::to_string(columns) + "; " +
                                      line + "' /dev/null | tr -d '\\r'");
        REQUIRE(!shown.out.empty());
        for (const auto& printed : lines(shown.out))
          CHECK_MESSAGE(display_width(printed) <= static_cast<std::size_t>(columns), printed);
        const auto piped = town.shell(line + " 2>&1");
        CHECK(lines(piped.out).size() <= lines(shown.out).size());
      }
}
