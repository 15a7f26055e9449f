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
