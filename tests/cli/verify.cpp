#include <doctest/doctest.h>

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

/// The data version that a report prints.
std::string data_version(const Sandbox& sandbox) {
  const auto report = sandbox.must("verify --format json").out;
  const auto begin = report.find("\"head\"");
  REQUIRE(begin != std::string::npos);
  const auto open = report.find('"', begin + 7);
  return report.substr(open + 1, report.find('"', open + 1) - open - 1);
}

fs::path database(const Sandbox& sandbox) {
  return sandbox.folder() / "town.db";
}

}  // namespace

TEST_CASE("verify says that all is as it was written and prints the data version") {
  Sandbox sandbox;
  add_register(sandbox);
  sandbox.must("add G01-1-1-101 'a note'");
  sandbox.must("household edit G01-1-1-101 --people 3");
  const Case cases[] = {
      {"verify", 0, "Everything on record is as it was written."},
      {"verify --lang zh", 0, "所有记录都与写入时一致。"},
      {"verify -q", 0, nothing, nothing},
      {"verify --format csv", 0, "finding\n"},
      {"verify --expect nonsense", 2, nothing, "not a data version"},
      {"verify --expect 0:0123456789ab", 2, nothing, "not a data version"},
      {"verify --expect 3:0123", 2, nothing, "not a data version"},
  };
  check(sandbox, cases);
}

TEST_CASE("verify finds that the end was cut off by a data version printed before") {
  Sandbox sandbox;
  add_register(sandbox);
  const auto earlier = data_version(sandbox);
  fs::copy_file(database(sandbox), sandbox.folder() / "old.db");
  sandbox.must("add G01-1-1-101");
  const auto later = data_version(sandbox);
  sandbox.must("verify --expect " + earlier);
  sandbox.must("verify --expect " + later);
  CHECK(sandbox.run("verify --db old.db --expect " + earlier).code == 0);
  const auto cut = sandbox.run("verify --db old.db --expect " + later);
  CHECK(cut.code == 7);
  CHECK(cut.out.find("the end is missing") != std::string::npos);
  sandbox.must("add G01-1-1-102 --db old.db");
  const auto forked = sandbox.run("verify --db old.db --expect " + later);
  CHECK(forked.code == 7);
  CHECK(forked.out.find("not the one that was expected") != std::string::npos);
}

TEST_CASE("verify names the record that was changed behind the program's back") {
  Sandbox sandbox;
  add_register(sandbox);
  using gridvisit::store::testing::run_raw;
  REQUIRE(run_raw(database(sandbox),
                  "UPDATE household SET name = 'x' WHERE code = 'G01-1-1-102'") == "");
  const Case cases[] = {
      {"verify", 7, "household G01-1-1-102", "go back to a backup"},
      {"verify -q", 7, "household G01-1-1-102"},
      {"verify --lang zh", 7, "户 G01-1-1-102"},
      {"verify --format csv", 7, "household G01-1-1-102"},
  };
  check(sandbox, cases);
}

TEST_CASE("an erased household keeps its visits and the chain") {
  Sandbox sandbox;
  add_register(sandbox);
  sandbox.must("add G01-1-1-101 secretword");
  const Case cases[] = {
      {"household erase G01-1-1-101 --reason r", 2, nothing, "--yes"},
      {"household erase G01-1-1-101 --yes", 4, nothing, "--reason"},
      {"household erase NOWHERE --reason r --yes", 3, nothing, "NOWHERE"},
      {"household erase G01-1-1-101 --reason r -n", 0, "G01-1-1-101"},
      {"journal --unmask --reason look", 0, "secretword"},
      {"household erase G01-1-1-101 --reason 'asked for it' --yes", 0, "Erased"},
      {"journal", 0, "G01-1-1-101"},
      {"show G01-1-1-101", 0, "G01-1-1-101"},
      {"verify", 0, "Everything"},
  };
  check(sandbox, cases);
  const auto journal = sandbox.must("journal --unmask --reason look").out;
  CHECK(journal.find("secretword") == std::string::npos);
  CHECK(sandbox.must("show G01-1-1-101").out.find("甲") == std::string::npos);
  CHECK(sandbox.read("town.db").find("secretword") == std::string::npos);
}
