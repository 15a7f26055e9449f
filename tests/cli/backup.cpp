// Backups: whole, verified, of one moment; and nothing else touched.
#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
using gridvisit::store::testing::raw_value;
using gridvisit::store::testing::run_raw;
namespace fs = std::filesystem;

namespace {

struct BackupTown : Town {
  fs::path database() const { return folder() / "town.db"; }
  /// The names in a folder, hidden ones too, in order.
  std::vector<std::string> names(const fs::path& inner) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator{folder() / inner})
      found.push_back(entry.path().filename());
    std::ranges::sort(found);
    return found;
  }
  std::string last_entry() const {
    return raw_value(database(),
                     "SELECT operation || ' ' || reference FROM audit "
                     "ORDER BY sequence DESC LIMIT 1");
  }
};

}  // namespace

TEST_CASE_FIXTURE(BackupTown, "a backup is a database of its own with the head that was told") {
  must("add 1-1-101 first");
  const auto ran = must("backup copy.db");
  CHECK(ran.out.starts_with("Backed up data version 3:"));
  const auto head = ran.out.substr(23, 14);
  CHECK(last_entry() == "backup copy.db, " + head);
  must("add 1-1-102 second");
  CHECK(lines(must("export visits --db copy.db").out).size() == 2);
  CHECK(lines(must("export visits").out).size() == 3);
  struct stat found {};
  REQUIRE(::stat((folder() / "copy.db").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  CHECK(must("-q backup quiet.db").out.empty());
}

TEST_CASE_FIXTURE(BackupTown, "a backup never takes the place of something by accident") {
  write("mine.txt", "mine");
  fs::create_symlink("mine.txt", folder() / "link.db");
  const Case cases[] = {
      {"backup mine.txt", 4, nothing, "mine.txt exists already."},
      {"backup link.db --force", 8, nothing, "is a link"},
      {"backup /dev/null --force", 8, nothing, "is a link, a folder or a device"},
      {"backup nowhere/copy.db", 3, nothing, "There is no folder for"},
      {"backup ''", 2, nothing, "The name of the backup is empty."},
      {"backup town.db --force", 4, nothing, "belongs to the database itself"},
      {"backup ./town.db-journal --force", 4, nothing, "belongs to the database itself"},
      {"backup copy.db --keep 3", 2, nothing, "are for a folder"},
      {"backup . --keep 0", 2, nothing},
      {"backup copy.db --db none.db", 3, nothing, "There is no database at"},
      {"backup mine.txt --force", 0, "Backed up"},
  };
  must("journal");  // so that the files of the sandbox itself are there
  const auto before = names(".");
  check(*this, cases);
  CHECK(read("mine.txt").starts_with("SQLite format 3"));
  auto after = names(".");
  std::erase_if(after, [](const std::string& name) { return name.starts_with("town.db-"); });
  auto wanted = before;
  std::erase_if(wanted, [](const std::string& name) { return name.starts_with("town.db-"); });
  CHECK(after == wanted);
}

TEST_CASE_FIXTURE(BackupTown, "a dry run of backup writes nothing at all") {
  const auto before = read("town.db");
  const auto ran = must("backup -n copy.db");
  CHECK(ran.out.starts_with("Would back up data version 2:"));
  CHECK_FALSE(fs::exists(folder() / "copy.db"));
  CHECK(read("town.db") == before);
}

TEST_CASE_FIXTURE(BackupTown,
                  "in a folder backups are named by their moment and old ones are removed") {
  fs::create_directory(folder() / "b");
  const auto keeps = [&](const std::string& today, const std::string& options,
                         std::vector<std::string> days) {
    CAPTURE(today);
    must("backup b --today " + today + " " + options);
    auto found = names("b");
    REQUIRE(found.size() == days.size());
    for (std::size_t at = 0; at < days.size(); ++at)
      CHECK(found[at].starts_with("town-" + days[at] + "-"));
  };
  keeps("2026-11-01", "", {"2026-11-01"});
  keeps("2026-11-02", "", {"2026-11-01", "2026-11-02"});
  keeps("2026-11-03", "--keep 2", {"2026-11-02", "2026-11-03"});
  keeps("2026-11-05", "--keep-days 3", {"2026-11-03", "2026-11-05"});
  keeps("2026-11-06", "--keep 2 --keep-days 4", {"2026-11-03", "2026-11-05", "2026-11-06"});
  keeps("2026-12-01", "--keep-days 1", {"2026-12-01"});
  CHECK(names("b").front().ends_with("-7.db"));  // register, five backups before
}

TEST_CASE_FIXTURE(BackupTown,
                  "only files that the program named are removed and only behind a sound one") {
  const std::vector<std::string> others{
      "other-2020-01-01-000000-1.db", "town-2020-01-01-000000-1.db.bak", "town-2020-01-01.db",
      "town-2020-13-01-000000-1.db",  "town-2020-01-01-00x000-1.db",     "town-copy.db"};
  for (const auto& name : others) write("b/" + name, "keep me");
  write("b/town-2020-01-01-000000-1.db", "old");
  fs::create_directory(folder() / "b/town-2020-01-02-000000-1.db");
  fs::create_symlink("nowhere", folder() / "b/town-2020-01-03-000000-1.db");
  REQUIRE(run_raw(database(), "UPDATE residence SET grid = 99 WHERE id = 1").empty());
  CHECK(run("backup b --keep 1").code == 7);
  CHECK(fs::exists(folder() / "b/town-2020-01-01-000000-1.db"));
  CHECK(names("b").size() == others.size() + 3);
  REQUIRE(run_raw(database(), "UPDATE residence SET grid = 2 WHERE id = 1").empty());
  must("backup b --keep 1");
  CHECK_FALSE(fs::exists(folder() / "b/town-2020-01-01-000000-1.db"));
  CHECK(names("b").size() == others.size() + 3);
  for (const auto& name : others) CHECK(read("b/" + name) == "keep me");
}

TEST_CASE_FIXTURE(BackupTown, "a database with an edited record gives no backup") {
  REQUIRE(run_raw(database(), "UPDATE area SET name = 'other' WHERE id = 1").empty());
  CHECK(run("backup copy.db").code == 7);
  CHECK_FALSE(fs::exists(folder() / "copy.db"));
}

TEST_CASE_FIXTURE(BackupTown, "a full disk leaves the old backup and no debris") {
  must("backup copy.db");
  const auto before = read("copy.db");
  const auto entries = names(".").size();
  const auto ran = shell("ulimit -f 20; gridvisit backup copy.db --force");
  CHECK(ran.code == 6);
  CHECK(read("copy.db") == before);
  CHECK(names(".").size() == entries);
}

TEST_CASE_FIXTURE(BackupTown, "a backup runs beside writers and all of them succeed") {
  const auto ran = shell(
      "for i in 1 2 3 4 5 6; do gridvisit add 1-1-101 n$i >/dev/null 2>&1 & jobs+=($!); "
      "gridvisit backup b$i.db >/dev/null & jobs+=($!); done; "
      "for job in ${jobs[@]}; do wait $job; echo $?; done");
  CHECK(lines(ran.out) == std::vector<std::string>(12, "0"));
  for (int number = 1; number <= 6; ++number) {
    const auto copy = folder() / ("b" + std::to_string(number) + ".db");
    CHECK(raw_value(copy, "PRAGMA integrity_check") == "ok");
  }
  CHECK(lines(must("export visits").out).size() == 7);
}
