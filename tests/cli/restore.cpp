// Restoring: the backup is checked first, and what was there is kept.
#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

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

namespace {

constexpr auto* k_last_entry =
    "SELECT operation || ' ' || reference FROM audit ORDER BY sequence DESC LIMIT 1";

struct RestoreTown : Town {
  RestoreTown() {
    must("add 1-1-101 first");
    must("backup backup.db");
    must("add 1-1-102 second");
  }

  fs::path database() const { return folder() / "town.db"; }
  std::size_t visits(const std::string& name = "town.db") const {
    must("journal --db " + name);
    return std::stoul(raw_value(folder() / name, "SELECT count(*) FROM visit"));
  }
  /// What was kept by restoring, in order.
  std::vector<std::string> kept() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder()}) {
      const auto name = entry.path().filename().string();
      const bool is_side_file = name.ends_with("-journal") || name.ends_with("-queue");
      if (name.find(".before-restore-") != std::string::npos && !is_side_file)
        names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
  }
  std::ptrdiff_t temporaries() const {
    return std::ranges::count_if(fs::directory_iterator{folder()}, [](const auto& entry) {
      return entry.path().extension() == ".tmp";
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(RestoreTown, "restore puts the backup in place and keeps what was there") {
  const auto before = must("restore backup.db --dry-run");
  CHECK(before.out.find("Entries lost       2") != std::string::npos);
  CHECK(before.out.find("an earlier state of this database") != std::string::npos);
  CHECK(visits() == 2);
  CHECK(kept().empty());
  const auto ran = must("restore backup.db --yes");
  CHECK(ran.err.find("is kept in") != std::string::npos);
  CHECK(visits() == 1);
  REQUIRE(kept().size() == 1);
  CHECK(visits(kept().front()) == 2);
  CHECK(raw_value(database(), k_last_entry).starts_with("restore backup.db, 3:"));
  CHECK(raw_value(database(), "SELECT count(*) FROM audit") == "4");
  must("add 1-1-102 after");
  must("restore " + kept().front() + " --yes");
  CHECK(visits() == 2);
  CHECK(kept().size() == 2);
  CHECK(temporaries() == 0);
}

TEST_CASE_FIXTURE(RestoreTown, "what a restore would lose is told to machines too") {
  const auto document = nlohmann::json::parse(must("restore backup.db -n --format json").out);
  CHECK(document["lost"] == 2);
  CHECK(document["common"] == 3);
  CHECK(document["gained"] == 0);
  CHECK(document["backup"].get<std::string>().starts_with("3:"));
  CHECK(document["database"].get<std::string>().starts_with("5:"));
  REQUIRE(document["first_lost"].size() == 2);
  CHECK(document["first_lost"][0]["operation"] == "backup");
  CHECK(document["first_lost"][1]["operation"] == "add");
}

TEST_CASE_FIXTURE(RestoreTown,
                  "a backup that went another way and one of another database are told") {
  must("restore backup.db --yes");
  must("add 1-1-102 elsewhere");
  const auto old = kept().front();
  CHECK(must("restore -n " + old).out.find("went different ways after data version 3") !=
        std::string::npos);
  must("backup same.db");
  CHECK(must("restore -n same.db --db " + old).out.find("different ways") != std::string::npos);
  must("init --db other.db");
  CHECK(must("restore -n other.db").out.find("of another database") != std::string::npos);
  fs::copy_file(database(), folder() / "equal.db");
  CHECK(must("restore -n equal.db").out.find("has all that the database has") != std::string::npos);
}

TEST_CASE_FIXTURE(RestoreTown, "without a yes nothing is restored") {
  CHECK(run("restore backup.db").code == 2);
  CHECK(run("restore backup.db --no-input").err.find("Add --yes.") != std::string::npos);
  const auto on_terminal = [&](const std::string& answer) {
    return shell("echo " + answer + " | script -qec 'gridvisit restore backup.db' /dev/null");
  };
  const auto refused = on_terminal("no");
  CHECK(refused.out.find("Type yes to go on:") != std::string::npos);
  CHECK(refused.code == 1);
  CHECK(kept().empty());
  CHECK(visits() == 2);
  CHECK(on_terminal("yes").code == 0);
  CHECK(visits() == 1);
}

TEST_CASE_FIXTURE(RestoreTown, "what is no sound backup is refused and the database stays") {
  const auto size = fs::file_size(folder() / "backup.db");
  for (const auto* name : {"cut.db", "newer.db", "changed.db", "edited.db"})
    fs::copy_file(folder() / "backup.db", folder() / name);
  fs::resize_file(folder() / "cut.db", size / 2);
  REQUIRE(run_raw(folder() / "newer.db", "PRAGMA user_version = 99").empty());
  REQUIRE(run_raw(folder() / "changed.db", "DROP TRIGGER visit_kept").empty());
  REQUIRE(run_raw(folder() / "edited.db", "UPDATE area SET name = 'other' WHERE id = 1").empty());
  write("text.db", "no backup");
  write("empty.db", "");
  const auto before = read("town.db");
  const Case cases[] = {
      {"restore none.db --yes", 3, nothing, "There is no file none.db."},
      {"restore . --yes", 4, nothing, "is not a plain file"},
      {"restore cut.db --yes", 7, nothing, "Try an older backup."},
      {"restore changed.db --yes", 7, nothing, "nothing was changed"},
      {"restore edited.db --yes", 7, nothing, "can't be restored"},
      {"restore newer.db --yes", 9, nothing, "schema 99"},
      {"restore text.db --yes", 9, nothing, "This is not a gridvisit database."},
      {"restore empty.db --yes", 9, nothing, "can't be restored"},
      {"restore town.db --yes", 4, nothing, "is the database itself"},
  };
  check(*this, cases);
  CHECK(read("town.db") == before);
  CHECK(kept().empty());
  CHECK(temporaries() == 0);
}

TEST_CASE_FIXTURE(RestoreTown,
                  "where there is no database or an unreadable one the backup takes its place") {
  must("restore backup.db --yes --db new.db");
  CHECK(visits("new.db") == 1);
  for (const std::string content : {"", "no database at all"}) {
    write("town.db", content);
    const auto ran = must("restore backup.db --yes");
    CHECK(ran.out.find("can't be read") != std::string::npos);
    CHECK(visits() == 1);
    CHECK(read(kept().back()) == content);
    fs::remove(folder() / kept().back());
  }
  REQUIRE(run_raw(database(), "DROP TRIGGER visit_kept").empty());
  must("restore backup.db --yes");
  must("add 1-1-102 after");
}

TEST_CASE_FIXTURE(RestoreTown, "a journal that was left behind is never played into the backup") {
  const std::string journal(2000, 'j');
  write("new.db-journal", journal);
  CHECK(run("restore backup.db --yes --db new.db").code == 7);
  CHECK_FALSE(fs::exists(folder() / "new.db"));
  CHECK(read("new.db-journal") == journal);
  write("town.db-journal", journal);
  must("restore backup.db --yes");
  CHECK(visits() == 1);
}

TEST_CASE_FIXTURE(
    RestoreTown,
    "the restored database is shared as the one before it and lies where a link points") {
  fs::create_directory(folder() / "shared");
  fs::rename(database(), folder() / "shared/real.db");
  fs::create_symlink("shared/real.db", database());
  REQUIRE(::chmod((folder() / "shared/real.db").c_str(), 0660) == 0);
  must("restore backup.db --yes");
  CHECK(fs::is_symlink(database()));
  struct stat found {};
  REQUIRE(::stat((folder() / "shared/real.db").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0660);
  CHECK(visits() == 1);
}

TEST_CASE_FIXTURE(RestoreTown, "a database that can't be replaced safely is left alone") {
  fs::create_hard_link(database(), folder() / "second.db");
  CHECK(run("restore backup.db --yes").code == 8);
  fs::remove(folder() / "second.db");
  const auto ran = shell("ulimit -f 20; gridvisit restore backup.db --yes");
  CHECK(ran.code == 6);
  CHECK(visits() == 2);
  CHECK(kept().empty());
  CHECK(temporaries() == 0);
}

TEST_CASE_FIXTURE(RestoreTown, "a backup of an older schema is brought up to date on its way") {
  for (std::size_t version = 1; version < schema_steps().size(); ++version) {
    CAPTURE(version);
    make_old_database(folder() / "old.db", version);
    must("restore old.db --yes");
    CHECK(visits() == 2);
    CHECK(raw_value(folder() / "old.db", "PRAGMA user_version") == std::to_string(version));
    fs::remove(folder() / "old.db");
  }
  CHECK(visits() == 2);
}

TEST_CASE_FIXTURE(RestoreTown, "writers beside a restore lose nothing that was acknowledged") {
  const auto ran = shell(
      "for i in 1 2 3 4 5 6 7 8; do gridvisit add 1-1-101 n$i --at 10:0$i & "
      "[ $i = 4 ] && gridvisit restore backup.db --yes >/dev/null 2>&1 & done; wait");
  const auto printed = lines(ran.out);
  const auto acknowledged = std::ranges::count_if(
      printed, [](const std::string& line) { return line.starts_with("Saved visit "); });
  CHECK(acknowledged == 8);
  // Each is in the one or in the other; what both have from before is counted once.
  const auto in = [&](const std::string& name) {
    return std::stoul(raw_value(folder() / name, "SELECT count(*) FROM visit WHERE minute > 0"));
  };
  auto found = in("town.db");
  for (const auto& name : kept()) found += in(name);
  CHECK(found == 8);
}
