#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/program.hpp"

using namespace gridvisit::tests;

TEST_CASE("init makes the database where the settings say and nobody else may read it") {
  const Sandbox sandbox;
  const auto ran = sandbox.must("init");
  const auto database = sandbox.folder() / "data/gridvisit/gridvisit.db";
  CHECK(ran.out == "Made the database " + database.string() + ".\n");
  struct stat found {};
  REQUIRE(::stat(database.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  REQUIRE(::stat(database.parent_path().c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0700);
}

TEST_CASE("init never touches an existing file") {
  const Sandbox sandbox;
  sandbox.write("mine.txt", "mine");
  const Case cases[] = {{"init --db mine.txt", 4, nothing}};
  check(sandbox, cases);
  CHECK(sandbox.read("mine.txt") == "mine");
}

TEST_CASE("a dry run of init makes nothing") {
  const Sandbox sandbox;
  sandbox.must("init -n");
  CHECK(!std::filesystem::exists(sandbox.folder() / "data"));
}

TEST_CASE("a missing database names init and an impossible name is a usage error") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"status --as W01", 3, nothing, "gridvisit init"},
      {"status --as W01 --db ''", 2, nothing},
      {"status --as W01 --db :memory:", 2, nothing},
      {"status --as W01 --db file:x?mode=memory", 2, nothing},
      {"init --db :memory:", 2, nothing},
  };
  check(sandbox, cases);
}

TEST_CASE("init puts the worker and the grid on record that its options name") {
  Sandbox sandbox;
  sandbox.set("GRIDVISIT_TODAY", "2026-10-15");
  const auto ran = sandbox.must(
      "init --worker W01 --name 示例员 --grid G01 --grid-name 一网格 --from 2026-10-01 --remember");
  CHECK(ran.out.find("Worker W01 示例员 answers for grid G01 from 2026-10-01 on.") !=
        std::string::npos);
  const Case cases[] = {
      {"config get worker", 0, "W01"},
      {"assign list --format csv", 0, "W01,示例员,G01"},
      {"add nobody", 3, nothing, "There is no household"},
      {"due", 0, "no household owes a visit"},
      {"verify", 0, ""},
  };
  check(sandbox, cases);
}

TEST_CASE("init refuses what can't be put on record before it makes anything") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"init --worker W01", 2, nothing, "--name is missing."},
      {"init --grid-name x", 2, nothing, "--worker is missing."},
      {"init --worker 'W 1' --name a --grid G01", 4, nothing, "Codes are short"},
      {"init --worker W01 --name ' ' --grid G01", 4, nothing, "needs a name"},
      {"init --worker W01 --name a --grid =G01", 4, nothing},
      {"init --worker W01 --name a --grid G01 --demo", 2, nothing, "of its own"},
      {"init --remember", 2, nothing, "no worker to remember"},
      {"init --worker W01 --name a --grid G01 --from 10/5", 2, nothing, "may be another day"},
  };
  check(sandbox, cases);
  CHECK(!std::filesystem::exists(sandbox.folder() / "data"));
}

TEST_CASE("init makes an invented register to try that is the same every time") {
  Sandbox sandbox;
  sandbox.set("GRIDVISIT_TODAY", "2026-10-15");
  sandbox.must("init --demo");
  sandbox.must("init --demo --db other.db");
  const auto visits = sandbox.must("export visits").out;
  CHECK(lines(visits).size() > 100);
  CHECK(visits == sandbox.must("export visits --db other.db").out);
  const Case cases[] = {
      {"status --as W01", 0, "My visits"},
      {"due --as W02 -l 0", 0, "G02-"},
      {"report month last", 0, "W02"},
      {"verify", 0, ""},
  };
  check(sandbox, cases);
}

TEST_CASE("on a terminal init asks who begins and Enter leaves it for later") {
  const Sandbox sandbox;
  const auto typed = [&](const std::string& keys, const std::string& database) {
    return sandbox.shell("printf '" + keys + "' | script -qec 'gridvisit init --db " + database +
                         "' /dev/null");
  };
  const auto asked = typed("W 1\\nW01\\n示例员\\nG01\\n一网格\\nyes\\n", "first.db");
  INFO(asked.out);
  CHECK(asked.code == 0);
  CHECK(asked.out.find("answers for grid G01") != std::string::npos);
  CHECK(sandbox.must("config get worker").out == "W01\n");
  CHECK(sandbox.must("worker list --db first.db").out.find("W01") != std::string::npos);
  const auto later = typed("\\n", "second.db");
  CHECK(later.code == 0);
  CHECK(later.out.find("import areas") != std::string::npos);
  CHECK(sandbox.must("worker list --db second.db").out.find("W01") == std::string::npos);
}
