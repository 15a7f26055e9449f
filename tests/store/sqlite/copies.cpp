// Copies of a database file, and what tells a sound one from a damaged one.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/maintenance.hpp"

#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;
namespace fs = std::filesystem;

namespace {

void add_visit(store::Store& opened, const Town& town) {
  write(opened, [&](store::Session& session) {
    session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-05")),
                         instant("2026-10-05T08:00:00Z"));
  });
}

fs::path empty_file(const fs::path& path) {
  std::ofstream{path};
  return path;
}

ErrorKind finding(const fs::path& copy) {
  try {
    store::check_copy(copy);
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("was found sound");
  return {};
}

struct Copied {
  Copied() {
    Town town;
    const auto opened = store::create(database, author());
    write(*opened, [&](store::Session& session) { town = make_town(session); });
    for (int number = 0; number < 3; ++number) add_visit(*opened, town);
    head = store::copy_database(database, empty_file(copy));
  }

  TemporaryFolder folder;
  fs::path database = folder / "town.db";
  fs::path copy = folder / "copy.db";
  store::AuditEntry head;
};

}  // namespace

TEST_CASE_FIXTURE(Copied, "a copy holds what was there and leaves nothing beside it") {
  CHECK(head.sequence == 5);
  const auto sound = store::check_copy(copy);
  CHECK(sound.head.hash == head.hash);
  CHECK(sound.schema.is_newest());
  CHECK(store::open_copy(copy)->read()->visits().find({3}));
  CHECK_FALSE(fs::exists(folder / "copy.db-journal"));
  CHECK_FALSE(fs::exists(folder / "copy.db-queue"));
}

TEST_CASE_FIXTURE(Copied, "a copy can be added to without journal and queue") {
  write(*store::open_copy(copy), [](store::Session&) {});
  CHECK(store::check_copy(copy).head.sequence == head.sequence + 1);
  CHECK_FALSE(fs::exists(folder / "copy.db-journal"));
  CHECK_FALSE(fs::exists(folder / "copy.db-queue"));
  CHECK(store::open(database)->read()->audit().head().hash == head.hash);
}

TEST_CASE_FIXTURE(Copied, "a damaged or cut or foreign copy is found out") {
  const auto size = fs::file_size(copy);
  fs::resize_file(copy, size - 4096);
  CHECK(finding(copy) == ErrorKind::damaged);
  std::ofstream{copy, std::ios::trunc} << "no database";
  CHECK(finding(copy) == ErrorKind::version);
  fs::copy_file(database, copy, fs::copy_options::overwrite_existing);
  REQUIRE(run_raw(copy, "DROP TRIGGER visit_kept").empty());
  CHECK(finding(copy) == ErrorKind::damaged);
  fs::copy_file(database, copy, fs::copy_options::overwrite_existing);
  REQUIRE(run_raw(copy, "PRAGMA user_version = 99").empty());
  CHECK(finding(copy) == ErrorKind::version);
  fs::copy_file(database, copy, fs::copy_options::overwrite_existing);
  REQUIRE(run_raw(copy, "UPDATE residence SET grid = 99 WHERE id = 1").empty());
  CHECK(finding(copy) == ErrorKind::damaged);
}

TEST_CASE("copies made while others write are each of one moment") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  Town town;
  const auto opened = store::create(database, author());
  write(*opened, [&](store::Session& session) { town = make_town(session); });
  std::atomic<bool> enough = false;
  std::thread writer{[&] {
    while (!enough) add_visit(*opened, town);
  }};
  for (int number = 0; number < 10; ++number) {
    const auto copy = empty_file(folder / ("copy" + std::to_string(number)));
    const auto head = store::copy_database(database, copy);
    const auto sound = store::check_copy(copy);
    CHECK(sound.head.hash == head.hash);
    // One visit an entry, after two entries without.
    CHECK(raw_value(copy, "SELECT count(*) FROM visit") == std::to_string(head.sequence - 2));
  }
  enough = true;
  writer.join();
  CHECK(opened->read()->audit().head().sequence > 2);
}

TEST_CASE_FIXTURE(Copied, "a writer notices that another file took the place of its database") {
  const auto opened = store::open(database);
  opened->read();
  fs::rename(database, folder / "kept.db");
  fs::rename(copy, database);
  const auto entry = write(*opened, [](store::Session&) {});
  CHECK(entry.sequence == head.sequence + 1);
  CHECK(store::open(database)->read()->audit().head().hash == entry.hash);
  CHECK(store::open(folder / "kept.db")->read()->audit().head().hash == head.hash);
}
