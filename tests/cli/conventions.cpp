#include <doctest/doctest.h>

#include "cli/program.hpp"

using namespace gridvisit::tests;

TEST_CASE("a misspelt command or option names the nearest and nothing is guessed") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"confg", 2, nothing, "Did you mean `gridvisit config`?"},
      {"config lst", 2, nothing, "Did you mean `gridvisit config list`?"},
      {"conf list", 2, nothing, "There is no command `conf`."},
      {"hlep", 2, nothing, "Did you mean `gridvisit help`?"},
      {"config list --show-orign", 2, nothing, "Did you mean --show-origin?"},
      {"config get worker --shout", 2, nothing, "has no option --shout"},
  };
  check(sandbox, cases);
}

TEST_CASE("missing and surplus words are told") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"config get", 2, nothing, "SETTING is missing."},
      {"config get worker W01", 2, nothing, "`W01` is one word too many."},
      {"config get worker --as", 2, nothing, "--as"},
      {"config list --show-origin=no", 2, nothing, "show-origin"},
      {"config", 2, nothing, "config list|get|set"},
  };
  check(sandbox, cases);
}

TEST_CASE("options may stand anywhere") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"--as W01 config get worker", 0, "W01\n"},    {"config --as W01 get worker", 0, "W01\n"},
      {"config get --as=W01 worker", 0, "W01\n"},    {"config get worker --as W01", 0, "W01\n"},
      {"--show-origin config list", 0, "(default)"}, {"config get --db= worker", 0, "\n"},
  };
  check(sandbox, cases);
}

TEST_CASE("words of the command line that are not UTF-8 are refused with the byte") {
  const Sandbox sandbox;
  const Case cases[] = {{"config get wor\xffker", 4, nothing, "not UTF-8 at byte 3"}};
  check(sandbox, cases);
}

TEST_CASE("a full or closed output is an error of its own") {
  const Sandbox sandbox;
  CHECK(sandbox.shell("gridvisit --help >/dev/full").code == 6);
  CHECK(sandbox.shell("gridvisit --help >&-").code == 6);
  CHECK(sandbox.shell("gridvisit --help <&- 2>&-").code == 0);
}

TEST_CASE("a reader who goes away is met with silence") {
  const Sandbox sandbox;
  const auto ran = sandbox.shell("exec 3> >(:); wait $!; gridvisit --help >&3; echo $? >&2");
  CHECK(ran.err == "6\n");
}

TEST_CASE("a pager is started on demand and only on a terminal") {
  Sandbox sandbox;
  sandbox.set("PAGER", "sed 's/^/paged: /'");
  const auto paged = sandbox.shell("script -qec 'gridvisit config list --pager' /dev/null");
  CHECK(paged.out.find("paged: language = en") != std::string::npos);
  CHECK(paged.code == 0);
  CHECK(sandbox.run("config list --pager").out.find("paged") == std::string::npos);
  CHECK(sandbox.shell("script -qec 'gridvisit config list' /dev/null").out.find("paged") ==
        std::string::npos);
}

TEST_CASE("the version is one line on stdout") {
  const Sandbox sandbox;
  const Case cases[] = {{"-V", 0, "gridvisit 0.", nothing}, {"--version", 0, "gridvisit 0."}};
  check(sandbox, cases);
}

TEST_CASE("the language comes from the option and then the environment and then the locale") {
  Sandbox sandbox;
  CHECK(sandbox.run("help options --lang zh").out.find("选项") != std::string::npos);
  sandbox.set("LC_ALL", "zh_CN.UTF-8");
  CHECK(sandbox.run("config get language").out == "zh\n");
  sandbox.set("GRIDVISIT_LANG", "en");
  CHECK(sandbox.run("config get language").out == "en\n");
  CHECK(sandbox.run("config get language --lang zh").out == "zh\n");
  CHECK(sandbox.run("config get language --lang fr").code == 2);
}
