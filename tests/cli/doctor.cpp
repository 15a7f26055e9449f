// The doctor: each trouble is made, found, told, and no command of the doctor changes anything.
#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/store/store.hpp"

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
using gridvisit::store::testing::raw_value;
using gridvisit::store::testing::run_raw;
namespace fs = std::filesystem;

namespace {

struct DoctorTown : Town {
  fs::path database() const { return folder() / "town.db"; }

  /// The check of that name as the doctor tells it; its exit code must agree with its findings.
  nlohmann::json check(const std::string& key, const std::string& options = "") const {
    const auto ran = run("doctor --format json " + options);
    INFO(ran.out, ran.err);
    const auto checks = nlohmann::json::parse(ran.out);
    const bool problem = std::any_of(checks.begin(), checks.end(), [](const auto& found) {
      return found["health"] == "problem";
    });
    CHECK(ran.code == (problem ? 1 : 0));
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&](const auto& one) { return one["check"] == key; });
    REQUIRE_MESSAGE(found != checks.end(), "no check ", key);
    return *found;
  }
  std::string health(const std::string& key, const std::string& options = "") const {
    const auto found = check(key, options);
    CHECK((found["health"] == "ok") == found["mend"].is_null());
    return found["health"];
  }
};

}  // namespace

TEST_CASE_FIXTURE(DoctorTown, "in a sound town the doctor finds all well but the missing backup") {
  const auto before = read("town.db");
  const auto ran = run("doctor --full");
  CHECK(ran.code == 0);
  CHECK(ran.out.find("problem") == std::string::npos);
  CHECK(health("backup") == "warning");
  for (const auto* key :
       {"database", "file", "mode", "links", "file-system", "space", "leftovers", "journal",
        "queue", "sqlite", "schema", "pages", "clock", "worker", "language", "terminal"})
    CHECK_MESSAGE(health(key) == "ok", key);
  CHECK(health("chain", "--full") == "ok");
  CHECK(read("town.db") == before);
  must("backup b.db");
  CHECK(health("backup") == "ok");
  CHECK(must("doctor --lang zh").out.find("正常") != std::string::npos);
}

TEST_CASE_FIXTURE(DoctorTown, "what lies under the name is told even if it is no database") {
  CHECK(health("file", "--db none.db") == "problem");
  CHECK(health("file", "--db .") == "problem");
  write("text.db", "no database");
  CHECK(health("schema", "--db text.db") == "problem");
  fs::copy_file(database(), folder() / "newer.db");
  REQUIRE(run_raw(folder() / "newer.db", "PRAGMA user_version = 99").empty());
  CHECK(check("schema", "--db newer.db")["found"].get<std::string>().find("99") !=
        std::string::npos);
  fs::create_symlink("town.db", folder() / "link.db");
  CHECK(check("file", "--db link.db")["found"].get<std::string>().starts_with("a link to"));
  CHECK(run("doctor --db :memory:").code == 2);
}

TEST_CASE_FIXTURE(DoctorTown, "permissions that are too open and hard links are found") {
  REQUIRE(::chmod(database().c_str(), 0644) == 0);
  CHECK(health("mode") == "problem");
  REQUIRE(::chmod(database().c_str(), 0660) == 0);
  CHECK(health("mode") == "warning");
  REQUIRE(::chmod(folder().c_str(), 02770) == 0);
  CHECK(health("mode") == "ok");
  REQUIRE(::chmod(database().c_str(), 0600) == 0);
  fs::create_hard_link(database(), folder() / "second.db");
  CHECK(health("links") == "problem");
}

TEST_CASE_FIXTURE(DoctorTown,
                  "unfinished files of dead programs are found and those of living ones are not") {
  write(".town.db.99999999.0.tmp", "dead");  // no process has such a number
  write(".town.db." + std::to_string(::getpid()) + ".0.tmp", "alive");
  write(".town.db.notes.tmp", "not ours");
  const auto found = check("leftovers");
  CHECK(found["health"] == "warning");
  CHECK(found["found"] == ".town.db.99999999.0.tmp");
}

TEST_CASE_FIXTURE(DoctorTown,
                  "a broken off change is explained and a running one is not called that") {
  write("town.db-journal", std::string(600, 'j'));
  CHECK(health("journal") == "warning");
  CHECK(read("town.db-journal").size() != 600);  // SQLite found that it was none, when asked
  const auto store = gridvisit::store::open(database());
  const auto writer = store->write({"tester", "", {}});
  write("town.db-journal", std::string(600, 'j'));
  set("GRIDVISIT_BUSY_TIMEOUT", "0");
  CHECK(check("queue")["found"] == "process " + std::to_string(::getpid()) + " is writing");
  CHECK(health("journal") == "ok");
}

TEST_CASE_FIXTURE(DoctorTown, "damaged pages and edited records are found") {
  REQUIRE(run_raw(database(), "UPDATE area SET name = 'other' WHERE id = 1").empty());
  CHECK(health("pages") == "ok");
  CHECK(health("chain", "--full") == "problem");
  auto bytes = read("town.db");
  const auto root =
      raw_value(database(), "SELECT rootpage FROM sqlite_schema WHERE name = 'visit_by_worker'");
  std::fill_n(bytes.begin() + 4096 * (std::stol(root) - 1), 4096, 'x');
  write("town.db", bytes);
  CHECK(health("pages") == "problem");
}

TEST_CASE_FIXTURE(DoctorTown, "trouble with the clock and old backups are told") {
  const auto at = [&](const std::string& instant) {
    const auto store = gridvisit::store::open(database());
    const auto session = store->write({"tester", "", gridvisit::parse_instant(instant).value()});
    session->commit({"backup", "b.db, 1:000000000000"});
  };
  at("2001-02-03T04:05:06Z");
  const auto back = check("clock");
  CHECK(back["health"] == "warning");
  CHECK(
      back["found"].get<std::string>().starts_with("entries earlier than the one before them: 1;"));
  CHECK(health("backup") == "warning");
  at("2999-01-01T00:00:00Z");
  CHECK(check("clock")["found"].get<std::string>().find("still to come") != std::string::npos);
  CHECK(health("backup") == "ok");
}

TEST_CASE_FIXTURE(DoctorTown, "an unknown worker and a terminal without Chinese are told") {
  CHECK(health("worker", "--as W99") == "problem");
  set("LC_ALL", "C");
  CHECK(health("terminal") == "warning");
}
