// Words as people type them: days in both languages, and words that are nearly right.
#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"

#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

struct Town : Sandbox {
  Town() { add_register(*this); }
};

}  // namespace

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
      {"add 1-1-101 --on yestreday", 2, nothing, "Did you mean yesterday?"},
      {"add 1-1-101 --on 昨夭", 2, nothing, "Did you mean 昨天?"},
      {"add 1-1-101 -m phnoe", 2, nothing, "Did you mean phone?"},
      {"add 1-1-101 -m 上们", 2, nothing, "Did you mean 上门?"},
      {"add 1-1-101 -m carrier-pigeon", 2, nothing, "The ways are"},
      {"journal --month lats", 2, nothing, "Did you mean last?"},
      {"config get langauge", 2, nothing, "Did you mean language?"},
      {"config set colour never", 2, nothing, "Did you mean color?"},
      {"export visit", 2, nothing, "Did you mean visits?"},
      {"import areas - --encoding gb1830", 2, nothing, "Did you mean gb18030?"},
      {"completion bsh", 2, nothing, "Did you mean bash?"},
      {"assign add W03 G01 --role asistant", 2, nothing, "Did you mean assistant?"},
      {"member add zhang cordinator", 2, nothing, "Did you mean coordinator?"},
      {"due --as W0", 3, nothing, "W01"},
      {"tag add G01-1-1-101 low-incom", 3, nothing, "low-income"},
      {"due --lang zh --limt 3", 2, nothing, "--limit"},
      {"journal", 0, "nothing is logged"},
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
