// Databases that were left, changed or cut by others: exit code, words, and the data untouched.
#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "gridvisit/store/store.hpp"

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
using gridvisit::store::testing::raw_value;
using gridvisit::store::testing::run_raw;
namespace fs = std::filesystem;

namespace {

struct DamagedTown : Town {
  DamagedTown() { must("add 1-1-101 first --on 2026-10-13"); }

  fs::path database() const { return folder() / "town.db"; }
};

/// A writer that is killed when part of its change is in the file: its journal is hot.
constexpr auto* k_leave_hot_journal =
    "sqlite3 town.db 'PRAGMA cache_size = 2; BEGIN IMMEDIATE; CREATE TABLE filler AS WITH "
    "RECURSIVE "
    "n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT randomblob(500) FROM "
    "n;' '.shell kill -9 $PPID'; test -s town.db-journal && echo hot";

}  // namespace

TEST_CASE_FIXTURE(DamagedTown,
                  "what a killed writer left is undone by the next one who may write") {
  const auto before = must("export visits").out;
  REQUIRE(shell(k_leave_hot_journal).out == "hot\n");
  CHECK(must("export visits").out == before);
  CHECK(fs::file_size(folder() / "town.db-journal") == 0);
  CHECK(raw_value(database(), "PRAGMA integrity_check") == "ok");
}

TEST_CASE_FIXTURE(DamagedTown,
                  "a change that was interrupted is not read over by who can't undo it") {
  REQUIRE(shell(k_leave_hot_journal).out == "hot\n");
  const bool root = ::geteuid() == 0;
  const std::string as_user =
      root ? "setpriv --reuid=65534 --regid=65534 --clear-groups gridvisit " : "gridvisit ";
  shell("chmod 444 town.db town.db-journal; rm -f town.db-queue; chmod 555 .");
  if (root) shell("chown -R 65534:65534 .");
  if (shell(as_user + "--version").code != 0) {
    MESSAGE("skipped: an ordinary user can't run the program here");
    shell("chmod 755 .");
    return;
  }
  for (const std::string command : {"journal", "export visits", "add 1-1-101 x"}) {
    const auto ran = shell(as_user + command + " --lang zh");
    INFO(command, ": ", ran.err);
    CHECK(ran.code == 8);
    CHECK(ran.out.empty());
  }
  CHECK(shell(as_user + "journal").err.find("interrupted and has to be undone first") !=
        std::string::npos);
  shell("chmod 755 .; chmod 600 town.db*; chown -R $(id -u) .");
  CHECK(lines(must("export visits").out).size() == 1 + 1);
}

TEST_CASE_FIXTURE(DamagedTown, "a clock that went back is told and what is typed is saved") {
  using namespace std::chrono;
  const auto future = sys_days{year{2099} / 1 / 2} + hours{3};
  write("w.csv", "worker,name\nW08,员八\n");
  const std::pair<std::string_view, std::string_view> commands[] = {
      {"add 1-1-101 again --on 2026-10-14", "Saved visit 2"},
      {"worker add W09 员九", "Added worker W09"},
      {"import workers w.csv", "Imported: 1 new"}};
  for (const auto& [line, answer] : commands) {
    CAPTURE(line);
    gridvisit::store::open(database())
        ->write({"tester", "W01", future})
        ->commit({"test", "from a machine in the future"});
    const auto ran = must(line);
    CHECK(ran.out.starts_with(answer));
    CHECK(ran.err.find("which is before the last record (2099-01-02T03:00:00Z)") !=
          std::string::npos);
    CHECK(must(line.starts_with("add") ? "undo" : "verify").err.empty());
  }
  CHECK(raw_value(database(),
                  "SELECT count(*) FROM audit late JOIN audit early ON early.sequence = "
                  "late.sequence - 1 WHERE late.at < early.at") ==
        std::to_string(std::size(commands)));
}

TEST_CASE_FIXTURE(DamagedTown,
                  "an index or a trigger that is missing is damage for who reads and writes") {
  for (const std::string dropped : {"INDEX visit_by_grid", "TRIGGER visit_kept"}) {
    CAPTURE(dropped);
    fs::copy_file(database(), folder() / "copy.db", fs::copy_options::overwrite_existing);
    REQUIRE(run_raw(folder() / "copy.db", "DROP " + dropped).empty());
    for (const std::string command : {"journal", "add 1-1-101 x", "verify", "export visits"}) {
      const auto ran = run(command + " --db copy.db");
      CHECK(ran.code == 7);
      CHECK(ran.err.find("changed by another program") != std::string::npos);
    }
    CHECK(raw_value(folder() / "copy.db", "SELECT count(*) FROM visit") == "1");
  }
}

TEST_CASE_FIXTURE(DamagedTown, "verify names what was edited by another program") {
  struct Edit {
    std::string sql;
    std::string_view named;
  };
  const Edit edits[] = {
      {"UPDATE visit_note SET text = 'other'", "visit 1"},
      {"UPDATE worker SET name = 'other' WHERE code = 'W01'", "W01"},
      {"UPDATE residence SET from_day = from_day - 1 WHERE household = 1", "G01-1-1-101"},
      {"UPDATE tag SET until_day = 30000", "G01-1-1-101"},
      {"UPDATE assignment SET from_day = from_day + 1 WHERE worker = 2", "W02"},
      {"UPDATE area SET name = 'other' WHERE code = 'G02'", "G02"},
  };
  for (const auto& [sql, named] : edits) {
    fs::copy_file(database(), folder() / "copy.db", fs::copy_options::overwrite_existing);
    REQUIRE(run_raw(folder() / "copy.db", sql).empty());
    const auto ran = run("verify --db copy.db");
    INFO(sql, "\n", ran.out);
    CHECK(ran.code == 7);
    CHECK(ran.out.find(named) != std::string::npos);
  }
  must("verify");
}

TEST_CASE_FIXTURE(DamagedTown, "a flipped bit in a note is named by its visit") {
  must("add 1-1-102 unmistakable --on 2026-10-14");
  auto bytes = read("town.db");
  const auto at = bytes.find("unmistakable");
  REQUIRE(at != std::string::npos);
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  write("flipped.db", bytes);
  shell("chmod 600 flipped.db");
  const auto ran = run("verify --db flipped.db");
  CHECK(ran.code == 7);
  CHECK(ran.out.find("visit 2") != std::string::npos);
}

TEST_CASE_FIXTURE(DamagedTown,
                  "records that refer to nothing or to themselves end commands as damage") {
  for (const std::string sql :
       {"PRAGMA foreign_keys = OFF; UPDATE tag SET category = 999; UPDATE assignment SET worker = "
        "999 WHERE worker = 1",
        "UPDATE area SET parent = id WHERE code = 'G01'"}) {
    fs::copy_file(database(), folder() / "copy.db", fs::copy_options::overwrite_existing);
    REQUIRE(run_raw(folder() / "copy.db", sql).empty());
    CHECK(run("verify --db copy.db").code == 7);
    CHECK(run("household list --db copy.db").code == 7);
    for (const std::string command :
         {"export households", "export assignments", "export tags", "area list", "assign list",
          "tag list", "due", "journal", "status", "report month --by grid", "report month",
          "add G01-1-1-101 x", "show G01-1-1-101"}) {
      const auto ran = run(command + " --db copy.db");
      INFO(command, ": ", ran.err);
      CHECK((ran.code == 0 || ran.code == 7));
    }
  }
}
