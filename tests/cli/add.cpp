#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

std::string many(std::size_t count) {
  return std::string(count, 'x');
}

}  // namespace

TEST_CASE("add says what was saved and how the month stands and what is still owed") {
  const Town town;
  const auto ran = town.must("add 1-1-101 血压偏高 约周五复查 -m phone --on yesterday --at 09:30");
  CHECK(ran.err.empty());
  const auto said = lines(ran.out);
  REQUIRE(said.size() == 3);
  CHECK(said[0] == "Saved visit 1: G01-1-1-101 甲*, phone, met, 2026-10-14 09:30.");
  CHECK(said[1].starts_with("2026-10: 0 of 30 households; the year's average is 0.0 of 30"));
  CHECK(said[2].starts_with("G01-1-1-101 still owes: "));
  CHECK(said[2].find("by 2026-12-31") != std::string::npos);
  CHECK(town.must("journal --unmask --reason test").out.find("血压偏高 约周五复查") !=
        std::string::npos);
}

TEST_CASE("add answers in Chinese") {
  const Town town;
  const auto said = lines(town.must("走访 1-1-102 --lang zh").out);
  REQUIRE(said.size() == 3);
  CHECK(said[0].find("上门") != std::string::npos);
  CHECK(said[0].find("Saved") == std::string::npos);
}

TEST_CASE("a household is named by code or tail or name or address that only one has") {
  const Town town;
  const Case cases[] = {
      {"add G01-1-1-101 a", 0, "G01-1-1-101"},
      {"add 1-1-101 b", 0, "G01-1-1-101"},
      {"add 甲二 c", 0, "G01-1-1-102"},
      {"add 示例路1栋102 d", 0, "G01-1-1-102"},
      {"add G02-9-9-909 e", 0, "G02-9-9-909", nothing},
      {"add 9-9-909 f", 3, nothing, "There is no household 9-9-909."},
      {"add 101 g", 3, nothing, "G01-1-2-101"},
      {"add 甲 h", 3, nothing, "Several households fit"},
      {"add G01-1-1-103 i", 3, nothing, "G01-1-1-101"},
      {"add ''", 3, nothing, "No household was named."},
      {"add ' 1-1-101 ' j", 0, "G01-1-1-101"},
      {"add g01-1-1-101 k", 0, "G01-1-1-101"},
      {"add １－１－１０１ l", 0, "G01-1-1-101"},
  };
  check(town, cases);
}

TEST_CASE("add takes what it can be told and refuses the rest") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 --on tomorrow", 2, nothing, "`tomorrow` is not a day."},
      {"add 1-1-101 --on 2026-10-16", 4, nothing, "in the future"},
      {"add 1-1-101 --on 2026-02-30", 4, nothing, "There is no day 2026-02-30."},
      {"add 1-1-101 --on 02-30", 4, nothing, "There is no day 02-30."},
      {"add 1-2-101 --on 2026-10-09", 4, nothing, "moved in on 2026-10-10"},
      {"add 2-1-101", 4, nothing, "moved out on 2026-09-30"},
      {"add 1-1-101 -m carrier-pigeon", 2, nothing, "not a way of visiting"},
      {"add 1-1-101 --at 25:00", 2, nothing, "not a time of day"},
      {"add 1-1-101 --absent --refused", 2, nothing, "one outcome"},
      {"add 1-1-101 \x1b[31mred", 4, nothing, ""},
      {"add 1-1-101 a\u202eb", 4, nothing, ""},
      {"add 1-1-101 \xff", 4, nothing, "byte 0"},
      {"add 1-1-101 --as W99", 3, nothing, "There is no worker W99."},
      {"add 1-1-101 --as 员二", 3, nothing, "W02 员二"},
      {"add 1-1-101 --as nobody", 3, nothing, "`gridvisit worker list`"},
      {"add 1-1-101 -x", 2, nothing, "has no option -x"},
      {"add 1-1-101 --发烧", 2, nothing, "has no option --发烧"},
      {"add", 2, nothing, "HOUSEHOLD is missing."},
      {"journal", 0, "nothing is logged"},
  };
  check(town, cases);
}

TEST_CASE("add takes Chinese words and options anywhere") {
  const Town town;
  const Case cases[] = {
      {"-m 电话 走访 1-1-101 --on 昨天", 0, "phone, met, 2026-10-14"},
      {"log --absent 1-1-102", 0, "door, absent, 2026-10-15"},
      {"add --on 周一 1-1-102", 0, "2026-10-12"},
      {"add --on -2d 1-1-102 x", 0, "2026-10-13"},
      {"add 1-1-101 -- --absent is a word here", 0, "door, met"},
      {"add 1-1-101 -5度，冷 -n", 0, "door, met"},
      {"add 1-1-101 体温 -5 -发烧 - ''", 0, "door, met"},
      {"journal --grep 体温 --unmask --reason test", 0, "体温 -5 -发烧 -"},
      {"add 1-1-101 --at 9:05", 0, "2026-10-15 09:05"},
      {"add 1-1-101 --at １０：３０", 0, "2026-10-15 10:30"},
      {"add 1-1-101 --on 上周五", 0, "2026-10-09"},
      {"journal --grep absent --unmask --reason test", 0, "--absent is a word here"},
  };
  check(town, cases);
}

TEST_CASE("who types must be known") {
  Town town;
  town.set("GRIDVISIT_WORKER", "");
  const Case cases[] = {
      {"add 1-1-101", 2, nothing, "config set worker CODE"},
      {"add 1-1-101 --as W01", 0, "Saved visit 1"},
  };
  check(town, cases);
}

TEST_CASE("add warns of what it accepts all the same") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 a", 0, "Saved", nothing},
      {"add 1-1-101 b", 0, "Saved", "same household on the same day"},
      {"add 1-1-102 --on 2026-10-08", 0, "Saved", nothing},
      {"add 1-1-102 --on 2026-10-07", 0, "Saved", "days since the visit: 8."},
      {"add G02-1-1-101 x --as W03", 0, "Saved", "W03 was not in post"},
  };
  check(town, cases);
}

TEST_CASE("the same visit told twice is saved once") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 a", 0, "Saved visit 1"},
      {"add 1-1-101 a", 0, "Already saved as visit 1", nothing},
      {"undo", 0, "Visit 1 is void"},
      {"add 1-1-101 a", 0, "Saved visit 2", nothing},
  };
  check(town, cases);
}

TEST_CASE("a dry run of add saves nothing") {
  const Town town;
  const Case cases[] = {
      {"add 1-1-101 -n", 0, "Would save: G01-1-1-101"},
      {"journal", 0, "nothing is logged"},
      {"add 1-1-101 -n --on 2026-10-16", 4, nothing},
  };
  check(town, cases);
}

TEST_CASE("a note may come from stdin and is bounded") {
  const Town town;
  const auto half = many(9'000), long_note = many(10'001), endless = many(10'000'000);
  const Case cases[] = {
      {"add 1-1-101 -", 0, "Saved", nothing, "two\nlines\n"},
      {"add 1-1-102 -", 0, "Saved", nothing, half},
      {"add 1-1-102 -", 4, nothing, "", long_note},
      {"add 1-1-102 -", 4, nothing, "longer than", endless},
      {"add 1-1-102 -", 4, nothing, "", std::string_view{"a\0b", 3}},
  };
  check(town, cases);
}

TEST_CASE("what could not be printed is saved and told") {
  const Town town;
  const auto ran = town.shell("gridvisit add 1-1-101 >/dev/full");
  CHECK(ran.code == 6);
  CHECK(ran.err.find("is saved") != std::string::npos);
  CHECK(town.must("journal").out.find("G01-1-1-101") != std::string::npos);
  CHECK(town.shell("gridvisit add 1-1-102 >&-").code == 6);
  CHECK(town.shell("gridvisit add 1-1-102 x <&- 2>&-").code == 0);
}

TEST_CASE("on a terminal the household is chosen by its number") {
  const Town town;
  const auto typed = [&](const std::string& answer) {
    return town.shell("printf '" + answer + "\\n' | script -qec 'gridvisit add 101 x' /dev/null");
  };
  const auto chosen = typed("2");
  INFO(chosen.out, chosen.err);
  CHECK(chosen.out.find("  2  G01-1-2-101 甲三") != std::string::npos);
  CHECK(chosen.out.find("Saved visit 1: G01-1-2-101 甲三") != std::string::npos);
  CHECK(chosen.code == 0);
  for (const std::string none : {"", "0", "99", "x"}) {
    CAPTURE(none);
    const auto ran = typed(none);
    CHECK(ran.out.find("None was chosen") != std::string::npos);
    CHECK(ran.code == 3);
  }
}

TEST_CASE("a name in pinyin is taken if one household has it and nothing near is") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 吕明芳");
  town.must("household add G01-3-1-302 G01 --name 陆明芳");
  const auto before = town.must("journal --format csv").out;
  const Case refused[] = {
      {"add lvmignfang x", 3, nothing, "There is no household lvmignfang."},
      {"add lvmignfang x", 3, nothing, "Did you mean one of these?"},
      {"add lvmignfang x", 3, nothing, "G01-3-1-301 吕*"},
      {"add lvm x", 3, nothing, "G01-3-1-301 吕*"},  // only begins so
      {"add lmf x", 3, nothing, "Several households fit `lmf`."},
      {"add lmf x", 3, nothing, "G01-3-1-302 陆*"},
      {"add 吕名方 x", 3, nothing, "G01-3-1-301 吕*"},
      {"add 3-1-303 x", 3, nothing, "G01-3-1-302 陆*"},
      {"show lvmignfang", 3, nothing, "G01-3-1-301 吕*"},
      {"show lmf", 3, nothing, "G01-3-1-302 陆*"},
  };
  check(town, refused);
  CHECK(town.must("journal --format csv").out == before);
  const Case taken[] = {
      {"add lvmf x", 0, "Saved visit 1: G01-3-1-301"},
      {"add 'l mingf' y", 3},
      {"add luming'fang z", 3},  // 吕 is lu as well
      {"add lvmingfang z", 0, "G01-3-1-301"},
      {"show lvmingfang", 0, "G01-3-1-301"},
      {"amend 1 --household lvmignfang --reason x", 3, nothing, "G01-3-1-301"},
      {"amend 1 --household jiaer --reason x", 0, "G01-1-1-102"},
  };
  check(town, taken);
}

TEST_CASE("on a terminal also a near name is chosen by its number") {
  const Town town;
  town.must("household add G01-3-1-301 G01 --name 吕明芳");
  const auto ran = town.shell("printf '1\\n' | script -qec 'gridvisit show lvmignfang' /dev/null");
  CHECK(ran.out.find("There is no household lvmignfang.") != std::string::npos);
  CHECK(ran.out.find("  1  G01-3-1-301 吕明芳") != std::string::npos);
  CHECK(ran.code == 0);
}

TEST_CASE("more households than are shown are told") {
  const Town town;
  for (int room = 201; room < 211; ++room)
    town.must("household add G01-9-9-" + std::to_string(room) + " G01 --name 丁");
  const Case cases[] = {{"add 丁", 3, nothing, "More than 9 households fit `丁`"},
                        {"find 丁 -l 4", 0, "The first 4 of 10; -l 10 shows all."}};
  check(town, cases);
}
