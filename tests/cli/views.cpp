#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"

#include "cli/register.hpp"

using namespace gridvisit::tests;

TEST_CASE("due puts the earliest deadline first and what is settled goes away") {
  const Town town;
  const std::string_view head = "household,grid,name,deadline,rules,modes,last_counted\n";
  const auto before = lines(town.must("due --format csv").out);
  REQUIRE(before.size() == 4);
  CHECK(before[0] + "\n" == head);
  CHECK(before[1] == "G01-1-1-101,G01,甲*,2026-10-31,special-monthly annual-door-visit,door,");
  CHECK(before[2] == "G01-1-1-102,G01,甲*,2026-12-31,annual-door-visit,door,");
  town.must("add 1-1-101");
  town.must("add 1-1-102 -m phone");
  const auto after = lines(town.must("待访 --format csv").out);
  REQUIRE(after.size() == 3);
  CHECK(after[1].starts_with("G01-1-1-102,"));
}

TEST_CASE("due shows as many as asked for and says how many there are") {
  const Town town;
  const Case cases[] = {
      {"due -l 1", 0, "The 1 most urgent of 3"}, {"due -l 0", 0, "G01-1-2-101"},
      {"due -l x", 2, nothing, "whole number"},  {"due --as W03", 0, "no household owes a visit"},
      {"status --as W03", 0, "Grids  -\n"},      {"due --lang zh", 0, "甲*"},
  };
  check(town, cases);
}

TEST_CASE("status shows the month and the year and is what a bare gridvisit prints") {
  const Town town;
  town.must("add 1-1-101");
  const auto ran = town.must("status");
  CHECK(ran.out.find("1/30") != std::string::npos);
  CHECK(ran.out.find("1/3") != std::string::npos);
  CHECK(town.run("").out == ran.out);
  CHECK(town.run("--as W03 status").code == 0);
  CHECK(town.run("status --as W04").code == 3);
  CHECK(town.must("status --format csv").out.find("monthly-households,due,1,30,") !=
        std::string::npos);
}

TEST_CASE(
    "status shows the days of the month and special households and what a visit would settle") {
  const Town town;
  town.must("add 1-1-102 -m phone");
  town.must("add 1-1-102 --absent --on 2026-10-05");
  const auto said = town.must("status").out;
  for (const std::string part :
       {"2026-10: Households visited a month", "2026: Households visited a month", "0/30",
        "Households owed a visit for their tags", "G01-1-1-101", "[15]",
        "One more visit, to G01-1-1-101 甲*, would settle: ", "needed a month from now on: "})
    CHECK_MESSAGE(said.find(part) != std::string::npos, part);
  CHECK(said.find("甲一") == std::string::npos);
  town.must("add 1-1-101");
  CHECK(town.must("status").out.find("for their tags") == std::string::npos);
  CHECK(town.must("status --format markdown").out.find("Year's average") != std::string::npos);
}

TEST_CASE("status and due fit every terminal in both languages") {
  const Town town;
  for (const std::string language : {"en", "zh"})
    for (const std::string command : {"status", "due"})
      for (const std::size_t columns : {40, 57, 80, 200}) {
        CAPTURE(command);
        CAPTURE(columns);
        const auto shown = town.shell("script -qec 'stty cols " + std::to_string(columns) +
                                      "; NO_COLOR=1 gridvisit " + command + " --lang " + language +
                                      "' /dev/null | tr -d '\\r'");
        REQUIRE(lines(shown.out).size() > 4);
        for (const auto& line : lines(shown.out))
          CHECK_MESSAGE(gridvisit::display_width(line) <= columns, line);
      }
}

TEST_CASE("journal shows the visits of the days asked for") {
  const Town town;
  town.must("add 1-1-101 血压偏高");
  town.must("add 1-1-102 平安 --on 2026-09-20");
  const Case cases[] = {
      {"journal --unmask --reason test", 0, "血压偏高"},
      {"journal --month last --unmask --reason test", 0, "平安"},
      {"日志 --on today --unmask --reason test", 0, "血压偏高"},
      {"journal --on yesterday", 0, "nothing is logged"},
      {"journal --grep 血压 --unmask --reason test", 0, "血压偏高"},
      {"journal --grep nothing-like-it", 0, "nothing is logged"},
      {"journal --on today --month this", 2, nothing, "not both"},
      {"journal --month 13", 2, nothing, "not a month"},
      {"journal --format csv --unmask --reason test", 0,
       "1,2026-10-15,,G01-1-1-101,甲一,door,met,血压偏高,\n"},
  };
  check(town, cases);
}

TEST_CASE("find searches my grids by name and code and address and initials") {
  const Town town;
  const Case cases[] = {
      {"find 甲", 0, "G01-1-1-102"},
      {"find 1-1-", 0, "G01-1-1-101"},
      {"find jy", 0, "G01-1-1-101"},
      {"find JY", 0, "甲*"},
      {"find 丙", 1, "No household fits"},
      {"find 丙 --everywhere", 0, "G02-9-9-909"},
      {"find 丙 --as W02", 0, "G02-1-1-101"},
      {"find", 2, nothing, "TEXT is missing"},
      {"find ' '", 2, nothing, "Name what to search for."},
  };
  check(town, cases);
}

TEST_CASE("find takes pinyin in any mixture and lists what fits but for a slip apart") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 尉迟明 --address 盖家路3号");
  town.must("household add G01-3-1-302 G01 --name 吕明芳");
  town.must("household add G01-3-1-303 G01 --name 吕小明");
  const Case cases[] = {
      {"find jiayi --format csv", 0, "household,name,address,fit\nG01-1-1-101,甲*,"},
      {"find j yi", 0, "G01-1-1-101"},
      {"find jiay", 0, "G01-1-1-101"},
      {"find ycm", 0, "G01-3-1-301"},
      {"find yuchi", 0, "G01-3-1-301"},
      {"find weichi", 1, "No household fits `weichi`"},
      {"find lvmf", 0, "G01-3-1-302"},
      {"find lumingf", 0, "G01-3-1-302"},
      {"find lm --format csv", 0, "fit\nG01-3-1-302,"},
      {"find xm --format csv", 0, "fit\nG01-3-1-303,"},  // within a name, as no name begins so
      {"find 盖家", 0, "G01-3-1-301"},
      {"find luminfang", 1, "Nearly spelled so"},
      {"find luminfang --format csv", 1, "G01-3-1-302,吕*,"},
      {"find lvmignfang --format json", 1, "\"fit\":\"near\""},
      {"find 吕名方", 1, "G01-3-1-302"},  // sounds the same
      {"find 3-1-304", 1, "G01-3-1-302"},
      {"find 3-1-301 --format csv", 0, "fit\nG01-3-1-301,尉*,盖家路3号,exact\n"},
      {"find lux", 0, "G01-3-1-303"},
      {"find zzz", 1, "No household fits"},
      {"find luminfang --lang zh", 1, "拼写相近"},
  };
  check(town, cases);
  CHECK(town.run("find zzz").out.find("Nearly") == std::string::npos);
}

TEST_CASE("find lists once what fits by spelling and by its letters") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 王小敏 --address 'Xiaomin Road 1'");
  town.must("household add G01-3-1-302 G01 --name 'Ann Xiaomin'");
  town.must("household add G01-3-1-303 G01 --name 丙三 --address 'Xiaomin Road 3'");
  for (const auto* where : {"", " --everywhere"}) {
    auto found = lines(town.must(std::string{"find xiaomin --format csv"} + where).out);
    REQUIRE(found.size() == 4);
    std::ranges::sort(found);
    for (std::size_t household = 0; household < 3; ++household)
      CHECK(found[household].starts_with("G01-3-1-30" + std::to_string(household + 1)));
  }
}

TEST_CASE("find ends with whole names first and near ones last") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 李明华");
  town.must("household add G01-3-1-302 G01 --name 李明");
  town.must("household add G01-3-1-303 G01 --name 黎敏");
  const auto found = lines(town.must("find liming --format csv").out);
  REQUIRE(found.size() == 4);
  CHECK(found[1].starts_with("G01-3-1-302,"));
  CHECK(found[2].starts_with("G01-3-1-301,"));
  CHECK(found[3].starts_with("G01-3-1-303,黎*,"));
  CHECK(found[3].ends_with(",near"));
}

TEST_CASE("a name that is erased is found no more") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 吕明芳");
  CHECK(town.run("find lmf").code == 0);
  town.must("household erase G01-3-1-301 --reason asked --yes");
  for (const std::string typed : {"lmf", "lvmingfang", "吕明芳", "lvmingfagn", "lmf --as="}) {
    CAPTURE(typed);
    const auto ran = town.run("find " + typed);
    CHECK(ran.code == 1);
    CHECK(ran.out.find("G01-3-1-301") == std::string::npos);
  }
}

TEST_CASE("one or two Han characters are found in notes however they were typed") {
  const Town town;
  town.must("add 1-1-101 血压偏高，约周五复查");
  town.must("add 1-1-102 ＡＢ型血");
  town.must("add 1-1-102 cafe\u0301 -m phone");
  const Case cases[] = {
      {"journal --grep 血压 --format csv", 0, "\n1,"},
      {"journal --grep 压 --format csv", 0, "\n1,"},
      {"journal --grep ab型 --format csv", 0, "\n2,"},
      {"journal --grep 高血 --format csv", 0, ""},
      {"journal --grep 病 --format csv", 0, ""},
      {"journal --grep CAFÉ --format csv", 0, "\n3,"},
  };
  check(town, cases);
  CHECK(lines(town.must("journal --grep 血 --format csv").out).size() == 3);
  CHECK(lines(town.must("journal --grep 高血 --format csv").out).size() == 1);
}

TEST_CASE("show masks the phone number unless a reason is given") {
  const Town town;
  const Case cases[] = {
      {"show 1-1-101", 0, "139****0000"},
      {"show 1-1-101 --unmask", 2, nothing, "--reason TEXT"},
      {"show 1-1-101 --unmask --reason ' '", 2, nothing, "--reason TEXT"},
      {"show 1-1-101 --unmask --reason 约时间", 0, "13900000000"},
      {"show G02-1-1-101", 0, "丙*"},
      {"show 2-1-101", 0, "moved out"},
      {"show 1-9", 3, nothing},
  };
  check(town, cases);
}
