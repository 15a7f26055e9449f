#include <doctest/doctest.h>

#include "cli/program.hpp"

using namespace gridvisit::tests;

TEST_CASE("a setting comes from the flag and then the environment and then the file") {
  Sandbox sandbox;
  sandbox.write("config/gridvisit/config.toml", "worker = \"W01\"\n");
  CHECK(sandbox.run("config get worker").out == "W01\n");
  sandbox.set("GRIDVISIT_WORKER", "W02");
  CHECK(sandbox.run("config get worker").out == "W02\n");
  CHECK(sandbox.run("config get worker --as W03").out == "W03\n");
}

TEST_CASE("config list tells where each setting came from") {
  Sandbox sandbox;
  sandbox.write("config/gridvisit/config.toml", "late_after_days = 3\n");
  sandbox.set("GRIDVISIT_DB", "/nowhere/x.db");
  const Case cases[] = {
      {"config list --show-origin", 0, "database = /nowhere/x.db  (environment: GRIDVISIT_DB)"},
      {"config list --show-origin --as W9", 0, "worker = W9  (option: --as)"},
      {"config list --show-origin", 0, "late_after_days = 3  (config file: "},
      {"config list --show-origin", 0, "language = en  (default)"},
  };
  check(sandbox, cases);
}

TEST_CASE("config set keeps the other lines of the file") {
  const Sandbox sandbox;
  sandbox.write("config/gridvisit/config.toml", "# mine\nworker = \"W01\"\ncolor = \"never\"\n");
  sandbox.must("config set worker W02");
  sandbox.must("config set late_after_days 5");
  CHECK(sandbox.read("config/gridvisit/config.toml") ==
        "# mine\nworker = 'W02'\ncolor = \"never\"\nlate_after_days = 5\n");
}

TEST_CASE("config set makes the file and a dry run does not") {
  const Sandbox sandbox;
  sandbox.must("config set worker W02 -n");
  CHECK(sandbox.run("config get worker").out == "\n");
  sandbox.must("config set worker W02");
  CHECK(sandbox.run("config get worker").out == "W02\n");
}

TEST_CASE("a setting that can not be meant is refused with its place") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"config set color red", 2, nothing, "auto, always or never"},
      {"config set colour never", 2, nothing, "There is no setting colour."},
      {"config set timezone Asia/Atlantis", 2, nothing, "Asia/Atlantis"},
      {"config list --color red", 2, nothing, "--color: `red`"},
  };
  check(sandbox, cases);
}

TEST_CASE("config set warns of what will not hold") {
  Sandbox sandbox;
  sandbox.must("init");
  const Case unknown[] = {
      {"config set worker W77", 0, "Set worker", "There is no worker W77 in the database yet."}};
  check(sandbox, unknown);
  sandbox.set("GRIDVISIT_LANG", "en");
  const Case hidden[] = {{"config set language zh", 0, "Set", "GRIDVISIT_LANG = en goes first."},
                         {"config set color never", 0, "Set", nothing}};
  check(sandbox, hidden);
}

TEST_CASE("complaints about the command line are in the language of the config file") {
  const Sandbox sandbox;
  sandbox.write("config/gridvisit/config.toml", "language = \"zh\"\n");
  const Case cases[] = {{"nonsense", 2, nothing, "没有命令"},
                        {"nonsense --lang en", 2, nothing, "There is no command"},
                        {"help", 0, "网格员"}};
  check(sandbox, cases);
  sandbox.write("config/gridvisit/config.toml", "language = zh\n");
  const Case broken[] = {{"nonsense", 2, nothing, "There is no command"},
                         {"status", 2, nothing, "line 1"}};
  check(sandbox, broken);
}

TEST_CASE("a broken config file is told with its line and an unknown key is a warning") {
  const Sandbox sandbox;
  sandbox.write("config/gridvisit/config.toml", "worker = \"W01\"\ncolour = \"never\"\n");
  const Case warned[] = {{"config get worker", 0, "W01\n", "there is no setting colour"}};
  check(sandbox, warned);
  sandbox.write("config/gridvisit/config.toml", "worker = \"W01\"\ncolor = \n");
  const Case broken[] = {{"config get worker", 2, nothing, "line 2"}};
  check(sandbox, broken);
}
