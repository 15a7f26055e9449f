// What can be wrong with the database and its place: exit code, words, and the data untouched.
#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/store/store.hpp"

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
using gridvisit::store::testing::run_raw;
namespace fs = std::filesystem;

namespace {

struct DatabaseTown : Town {
  fs::path database() const { return folder() / "town.db"; }
  std::ptrdiff_t visits() const {
    const auto rows = lines(must("export visits").out);
    return static_cast<std::ptrdiff_t>(rows.size()) - 1;
  }
  /// The codes with which the commands of a script ended, one a line: `gridvisit …; echo $?`.
  std::vector<std::string> codes(const std::string& script) const {
    return lines(shell(script).out);
  }
};

/// Both a command that reads and one that writes end with `code` and leave the file as it is.
void refuses(const DatabaseTown& town, const std::string& database, int code,
             std::string_view words) {
  CAPTURE(database);
  const auto path = town.folder() / database;
  std::error_code loop;
  const bool is_file = fs::is_regular_file(path, loop);
  const auto before = is_file ? town.read(path) : std::string{};
  for (const std::string command : {"journal", "add 1-1-101 x", "export visits"}) {
    const auto ran = town.run(command + " --db \"" + database + "\"");
    INFO(command, ": ", ran.err);
    CHECK(ran.code == code);
    CHECK(ran.out.empty());
    CHECK(lines(ran.err).front().find(words) != std::string::npos);
    CHECK(lines(ran.err).size() <= 2);
  }
  if (is_file) CHECK(town.read(path) == before);
}

}  // namespace

TEST_CASE_FIXTURE(DatabaseTown, "a name that is no file is a mistake in usage") {
  for (const std::string name : {":memory:", "file:x", "file:town.db?mode=ro"})
    refuses(*this, name, 2, name + " is not a file");
  refuses(*this, "", 2, "The name of the database is empty.");
}

TEST_CASE_FIXTURE(DatabaseTown, "a path too long for the database library is told as that") {
  const auto deep = std::string(200, 'a') + "/" + std::string(200, 'b') + "/" + "c";
  fs::create_directories(folder() / deep);
  fs::copy_file(database(), folder() / deep / std::string(100, 'd'));
  refuses(*this, deep + "/" + std::string(100, 'd'), 2, "The path of the database has");
  CHECK(run("init --db " + deep + "/" + std::string(120, 'e')).code == 2);
  CHECK_FALSE(fs::exists(folder() / deep / std::string(120, 'e')));
}

TEST_CASE_FIXTURE(DatabaseTown, "what is missing or no safe file is refused") {
  refuses(*this, "none.db", 3, "There is no database at");
  CHECK(run("journal --db none.db").err.find("gridvisit init") != std::string::npos);
  CHECK_FALSE(fs::exists(folder() / "none.db"));
  fs::create_directory(folder() / "folder.db");
  refuses(*this, "folder.db", 8, "it is a folder");
  REQUIRE(::mkfifo((folder() / "pipe.db").c_str(), 0600) == 0);
  refuses(*this, "pipe.db", 8, "it is not a regular file");
  refuses(*this, "/dev/full", 8, "it is not a regular file");
  fs::create_symlink("loop.db", folder() / "loop.db");
  refuses(*this, "loop.db", 8, "loop.db can't be used");
  fs::create_hard_link(database(), folder() / "second.db");
  refuses(*this, "second.db", 8, "a hard link");
  refuses(*this, "town.db", 8, "a hard link");
}

TEST_CASE_FIXTURE(DatabaseTown,
                  "a file that is no database of this program or of another version stays") {
  write("empty.db", "");
  write("text.db", "visits: none\n");
  REQUIRE(run_raw(folder() / "foreign.db", "CREATE TABLE visit (id)").empty());
  for (const auto* name : {"empty.db", "text.db", "foreign.db"})
    refuses(*this, name, 9, "This is not a gridvisit database.");
  fs::copy_file(database(), folder() / "newer.db");
  REQUIRE(run_raw(folder() / "newer.db", "PRAGMA user_version = 99").empty());
  refuses(*this, "newer.db", 9, "schema 99");
  REQUIRE(run_raw(folder() / "newer.db", "PRAGMA user_version = 0").empty());
  refuses(*this, "newer.db", 9, "schema 0");
}

TEST_CASE_FIXTURE(DatabaseTown, "tampering with the schema is damage") {
  REQUIRE(
      run_raw(database(), "CREATE TRIGGER planted AFTER INSERT ON visit_void BEGIN SELECT 1; END")
          .empty());
  refuses(*this, "town.db", 7, "changed by another program");
  REQUIRE(run_raw(database(), "DROP TRIGGER planted; DROP TRIGGER visit_kept").empty());
  refuses(*this, "town.db", 7, "changed by another program");
}

TEST_CASE_FIXTURE(DatabaseTown, "any path that names the file names the same database") {
  fs::create_directories(folder() / "路 径 it's");
  fs::rename(database(), folder() / "路 径 it's/库 ?mode=ro#1.db");
  fs::create_symlink("路 径 it's/库 ?mode=ro#1.db", folder() / "link.db");
  const Case cases[] = {
      {"add 1-1-101 a --db \"路 径 it's/库 ?mode=ro#1.db\"", 0, "Saved visit 1"},
      {"add 1-1-101 b --db link.db", 0, "Saved visit 2"},
      {"add 1-1-101 c --db \"./路 径 it's/../link.db\"", 0, "Saved visit 3"},
  };
  check(*this, cases);
  CHECK_FALSE(fs::exists(folder() / "link.db-queue"));
}

TEST_CASE_FIXTURE(DatabaseTown,
                  "a frozen writer is named when patience ends and nobody else is held up") {
  const auto author = gridvisit::store::Authorship{"tester", "", {}};
  const auto store = gridvisit::store::open(database());
  set("GRIDVISIT_BUSY_TIMEOUT", "0");
  {
    const auto holder = store->write(author);
    const auto ran = run("add 1-1-101 x");
    CHECK(ran.code == 5);
    CHECK(ran.err.starts_with("gridvisit: Process " + std::to_string(::getpid()) + " is still"));
    CHECK(run("journal").code == 0);
  }
  CHECK(run("add 1-1-101 x").code == 0);
  set("GRIDVISIT_BUSY_TIMEOUT", "soon");
  CHECK(run("add 1-1-101 x").code == 2);
}

TEST_CASE_FIXTURE(DatabaseTown, "sixty-four writers at once all succeed") {
  const auto ended = codes(
      "for i in $(seq 64); do gridvisit add 1-1-101 note-$i >/dev/null 2>&1 & jobs+=($!); done; "
      "for job in ${jobs[@]}; do wait $job; echo $?; done");
  CHECK(ended == std::vector<std::string>(64, "0"));
  CHECK(visits() == 64);
}

TEST_CASE_FIXTURE(DatabaseTown, "a file that may not grow refuses the write and a retry succeeds") {
  const auto ran = shell("ulimit -f 1; gridvisit add 1-1-101 x");
  CHECK(ran.code == 6);
  CHECK(ran.out.empty());
  CHECK(visits() == 0);
  CHECK(shell("ulimit -f 1; gridvisit journal").code == 0);
  must("add 1-1-101 x");
  CHECK(visits() == 1);
}

TEST_CASE_FIXTURE(DatabaseTown, "a full disk and one that became read-only harm nothing") {
  const auto ran = shell(
      "unshare -m bash -c 'mkdir small && mount -t tmpfs -o size=600k none small || exit 99; "
      "cp town.db small; cd small; export GRIDVISIT_DB=town.db; echo old >out.csv; "
      "head -c 1000000 /dev/zero >filler 2>/dev/null; "
      "gridvisit add 1-1-101 x; echo $?; gridvisit journal >/dev/null; echo $?; "
      "gridvisit report month -o out.csv --force; echo $?; cat out.csv; ls -A | grep -c tmp; "
      "rm filler; gridvisit add 1-1-101 x >/dev/null; echo $?; "
      "mount -o remount,ro . ; gridvisit add 1-1-101 y; echo $?; "
      "gridvisit journal >/dev/null; echo $?' 2>errors");
  if (ran.code == 99 || read("errors").find("unshare failed") != std::string::npos) {
    MESSAGE("skipped: this user may not mount a small disk");
    return;
  }
  INFO(read("errors"));
  CHECK(ran.out == "6\n0\n6\nold\n0\n0\n8\n0\n");
}

TEST_CASE_FIXTURE(DatabaseTown,
                  "an ordinary user reads what is read-only and is told what is closed") {
  must("add 1-1-101 first");
  const bool root = ::geteuid() == 0;
  const std::string as_user =
      root ? "setpriv --reuid=65534 --regid=65534 --clear-groups gridvisit " : "gridvisit ";
  if (root) shell("chown -R 65534:65534 .");
  if (shell(as_user + "--version").code != 0) {
    MESSAGE("skipped: an ordinary user can't run the program here");
    return;
  }
  const auto code = [&](const std::string& line) { return shell(as_user + line).code; };
  shell("chmod 400 town.db");
  CHECK(code("journal") == 0);
  CHECK(code("add 1-1-101 x") == 8);
  shell("chmod 000 town.db");
  CHECK(code("journal") == 8);
  shell("chmod 600 town.db; rm -f town.db-*; chmod 500 .");
  CHECK(code("journal") == 0);
  CHECK(code("add 1-1-101 x") == 8);
  CHECK(code("export workers -o new.csv") != 0);
  shell("chmod 700 .; mkdir -p config/gridvisit; touch config/gridvisit/config.toml");
  shell("chmod 000 config/gridvisit/config.toml");
  CHECK(code("journal") == 8);
  shell("chmod 600 config/gridvisit/config.toml; chown -R $(id -u) .");
  CHECK(visits() == 1);
}

TEST_CASE_FIXTURE(DatabaseTown, "a killed or interrupted add loses nothing that was acknowledged") {
  const auto said = shell(
      "for i in 00 01 02 03 04 05 06 07 08 09; do "
      "timeout -s KILL 0.0$i gridvisit add 1-1-101 note-$i 2>/dev/null; "
      "timeout -s INT 0.0$i gridvisit add 1-1-102 note-$i 2>/dev/null; done");
  const auto printed = lines(said.out);
  const auto acknowledged = std::ranges::count_if(
      printed, [](const std::string& line) { return line.starts_with("Saved visit "); });
  CHECK(visits() >= acknowledged);
  CHECK(gridvisit::store::testing::raw_value(database(), "PRAGMA integrity_check") == "ok");
  must("add 1-1-101 after");
}

TEST_CASE_FIXTURE(DatabaseTown, "a killed or interrupted import is whole or nothing") {
  std::string file = "household,worker,day,mode,note\n";
  for (int number = 0; number < 300; ++number)
    file += "G01-1-1-101,W01,2026-10-12,door,n" + std::to_string(number) + "\n";
  write("v.csv", file);
  for (const std::string moment : {"03", "07"}) {
    CAPTURE(moment);
    shell("timeout -s KILL 0." + moment + " gridvisit import visits v.csv");
    shell("timeout -s INT 0." + moment + " gridvisit import visits v.csv");
    const auto found = visits();
    CHECK((found == 0 || found == 300));
  }
  must("import visits v.csv");
  CHECK(visits() == 300);
}

TEST_CASE_FIXTURE(DatabaseTown, "the same submission twice is saved once") {
  must("add 1-1-101 once --at 09:00");
  const auto again = must("add 1-1-101 once --at 09:00");
  CHECK(again.out.starts_with("Already saved as visit 1"));
  CHECK(visits() == 1);
}
