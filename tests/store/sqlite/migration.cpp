// Databases of older schemas: each is built from the embedded migrations themselves.
#include <filesystem>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

#include "store/sqlite/old_database.hpp"
#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;
namespace fs = std::filesystem;
namespace sqlite = store::sqlite;

namespace {

/// The embedded steps and one more that rebuilds a table, as a future version might.
struct Future {
  Future() : steps{sqlite::schema_steps().begin(), sqlite::schema_steps().end()} {
    const TemporaryFolder folder;
    sqlite::make_private_file(folder / "new.db");
    sqlite::Connection connection{folder / "new.db", sqlite::Purpose::make};
    connection.begin_writing();
    steps.push_back({k_script, {}});
    sqlite::make_schema(connection.statements(), steps);
    fingerprint = sqlite::schema_fingerprint(connection.statements());
    steps.back().fingerprint = fingerprint;
  }

  static constexpr auto* k_script = R"sql(
    CREATE TABLE category_new (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, names TEXT NOT NULL) STRICT;
    INSERT INTO category_new SELECT id, code, name_zh || '/' || name_en FROM category;
    DROP TABLE category;
    ALTER TABLE category_new RENAME TO category;)sql";
  std::string fingerprint;
  std::vector<sqlite::SchemaStep> steps;
};

void climb(const fs::path& file, sqlite::SchemaSteps steps) {
  sqlite::Connection connection{file, sqlite::Purpose::maintain};
  run_pragma(connection, "PRAGMA foreign_keys = OFF");
  connection.begin_writing();
  sqlite::take_missing_steps(connection.statements(), steps);
  connection.commit();
}

std::string dump(const fs::path& file) {
  return raw_value(file,
                   "SELECT (SELECT group_concat(id || code, ' ') FROM area) || "
                   "(SELECT group_concat(id || ' ' || household || ' ' || day, ',') FROM visit) || "
                   "(SELECT group_concat(text) FROM visit_note) || "
                   "(SELECT group_concat(sequence || hash) FROM audit)");
}

}  // namespace

TEST_CASE("each version of the schema has the fingerprint that is on record for it") {
  for (std::size_t version = 1; version <= sqlite::schema_steps().size(); ++version) {
    CAPTURE(version);
    const TemporaryFolder folder;
    make_old_database(folder / "old.db", version);
    sqlite::Connection connection{folder / "old.db", sqlite::Purpose::maintain};
    CHECK(sqlite::check_any_schema(connection.statements()) == static_cast<std::int64_t>(version));
  }
}

TEST_CASE("a database of every older schema is brought to the newest with all it holds") {
  const auto newest = sqlite::schema_steps().size();
  for (std::size_t version = 1; version < newest; ++version) {
    CAPTURE(version);
    const TemporaryFolder folder;
    const auto file = folder / "old.db";
    make_old_database(file, version);
    const auto before = dump(file);
    const auto versions = store::schema_versions(file);
    CHECK(versions.found == static_cast<std::int64_t>(version));
    CHECK_FALSE(versions.is_newest());
    const auto copy = folder / "copy.db";
    sqlite::make_private_file(copy);
    const auto head = store::copy_database(file, copy);
    CHECK(store::check_copy(copy).schema.found == versions.found);

    const auto entry = store::migrate(file, head, author());
    CHECK(entry.sequence == head.sequence + 1);
    CHECK(entry.operation == "migrate");
    CHECK(entry.reference == fmt::format("{} -> {}", version, newest));
    CHECK(store::open(file)->read()->audit().head().hash == entry.hash);
    CHECK(dump(file).starts_with(before));
    CHECK(store::migrate_copy(copy, author()).hash == entry.hash);
    std::vector<std::string> findings;
    store::open(file)->read()->audit().verify(
        [&](const Message& finding) { findings.push_back(in_english(finding)); }, {});
    CHECK(join(findings, "\n") == "");
    CHECK(dump(copy) == dump(file));
  }
}

TEST_CASE("a step to a future schema is taken wholly and keeps what is there") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_old_database(file, sqlite::schema_steps().size());
  const auto before = dump(file);
  const Future future;
  climb(file, future.steps);
  CHECK(dump(file) == before);
  CHECK(raw_value(file, "SELECT names FROM category WHERE code = 'disabled'") ==
        "残疾人/disabled person");
  CHECK(raw_value(file, "PRAGMA user_version") == std::to_string(future.steps.size()));
  // For this program that is now a newer one.
  CHECK_THROWS_AS(store::open(file), Error);
  CHECK_THROWS_AS(store::schema_versions(file), Error);
}

TEST_CASE("a step that fails or does not give what it should changes nothing") {
  const Future future;
  auto wrong = future.steps;
  for (const auto* script :
       {"CREATE TABLE other (id INTEGER)", "CREATE TABLE broken (", "DROP TABLE area"}) {
    CAPTURE(script);
    const TemporaryFolder folder;
    const auto file = folder / "town.db";
    make_old_database(file, sqlite::schema_steps().size());
    const auto before = dump(file);
    wrong.back().script = script;
    CHECK_THROWS_AS(climb(file, wrong), Error);
    CHECK(dump(file) == before);
    CHECK_NOTHROW(store::open(file));
  }
}

TEST_CASE("a database that was written to after its backup is not migrated") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  const auto opened = store::create(file, author());
  const auto backed_up = opened->read()->audit().head();
  write(*opened, [](store::Session&) {});
  try {
    store::migrate(file, backed_up, author());
    FAIL("was migrated");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
  }
  CHECK(opened->read()->audit().head().sequence == 2);
}

TEST_CASE("an older schema names migrate and an unknown one the newer program") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  store::create(file, author());
  for (const auto* version : {"0", "99"}) {
    REQUIRE(run_raw(file, std::string{"PRAGMA user_version = "} + version).empty());
    CHECK_THROWS_AS(store::open(file), Error);
    CHECK_THROWS_AS(store::schema_versions(file), Error);
  }
}
