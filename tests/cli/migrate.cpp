// Databases of older versions of the program, from outside.
#include <filesystem>

#include <doctest/doctest.h>

#include "gridvisit/store/sqlite/schema.hpp"

#include "cli/register.hpp"
#include "store/sqlite/old_database.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
using gridvisit::store::sqlite::schema_steps;
using gridvisit::store::testing::make_old_database;
using gridvisit::store::testing::raw_value;
using gridvisit::store::testing::run_raw;
namespace fs = std::filesystem;

TEST_CASE("a database of the newest schema needs nothing") {
  Sandbox sandbox;
  add_register(sandbox);
  const auto before = sandbox.read("town.db");
  CHECK(sandbox.must("migrate").out.find("There is nothing to do.") != std::string::npos);
  CHECK(sandbox.read("town.db") == before);
}

TEST_CASE("what can't be migrated is left as it is") {
  Sandbox sandbox;
  add_register(sandbox);
  sandbox.write("text.db", "no database");
  fs::copy_file(sandbox.folder() / "town.db", sandbox.folder() / "newer.db");
  REQUIRE(run_raw(sandbox.folder() / "newer.db", "PRAGMA user_version = 99").empty());
  fs::copy_file(sandbox.folder() / "town.db", sandbox.folder() / "changed.db");
  REQUIRE(run_raw(sandbox.folder() / "changed.db", "DROP TRIGGER visit_kept").empty());
  const Case cases[] = {
      {"migrate --db none.db", 3, nothing, "There is no database at"},
      {"migrate --db text.db", 9, nothing, "This is not a gridvisit database."},
      {"migrate --db newer.db", 9, nothing, "schema 99"},
      {"migrate --db changed.db", 7, nothing, "changed by another program"},
  };
  check(sandbox, cases);
}

TEST_CASE("every older schema is told by all commands and migrated behind a backup") {
  const auto newest = schema_steps().size();
  if (newest == 1) MESSAGE("there is no older schema yet");
  for (std::size_t version = 1; version < newest; ++version) {
    CAPTURE(version);
    Sandbox sandbox;
    const auto old = sandbox.folder() / "old.db";
    make_old_database(old, version);
    const auto before = sandbox.read("old.db");
    const Case older[] = {
        {"export visits --db old.db", 9, nothing, "gridvisit migrate"},
        {"add 1-1 x --db old.db --as W01", 9, nothing, "gridvisit migrate"},
        {"migrate --dry-run --db old.db", 0, "Would bring the database"},
    };
    check(sandbox, older);
    CHECK(sandbox.read("old.db") == before);
    const auto ran = sandbox.must("migrate --db old.db");
    sandbox.must("verify --db old.db");
    CHECK(ran.out.starts_with("Brought the database from schema " + std::to_string(version)));
    CHECK(lines(sandbox.must("export visits --db old.db").out).size() == 3);
    CHECK(sandbox.must("migrate --db old.db").out.find("nothing to do") != std::string::npos);
    std::size_t backups = 0;
    for (const auto& entry : fs::directory_iterator{sandbox.folder()}) {
      if (!entry.path().filename().string().starts_with("old.db.before-migrate-")) continue;
      ++backups;
      CHECK(raw_value(entry.path(), "PRAGMA user_version") == std::to_string(version));
    }
    CHECK(backups == 1);
  }
}
