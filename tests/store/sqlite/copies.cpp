// Copies of a database file, and what tells a sound one from a damaged one.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/maintenance.hpp"

#include "stages.hpp"
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

TEST_CASE("a copy is followed page by page up to its last byte") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db", copy = empty_file(folder / "copy.db");
  write(*store::create(database, author()), [](store::Session& session) {
    constexpr std::size_t k_pages = 3000;
    auto area = Area{{}, "S1", std::string(k_pages * 4096, 'x'), "street", {}};
    session.areas().add(area);
  });
  std::size_t told = 0;
  tests::StagesSeen seen;
  store::copy_database(database, copy, store::k_usual_patience,
                       [&, look = seen.onlooker()](const Advance& advance) {
                         ++told;
                         look(advance);
                       });
  CHECK(seen.told() == std::vector<std::string>{"Copying 100 %"});
  CHECK(told > 3);
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

TEST_CASE_FIXTURE(Copied,
                  "the exchange of two names refuses a database that was written to meanwhile") {
  write(*store::open(database), [](store::Session&) {});
  const auto newest = store::open(database)->read()->audit().head();
  try {
    store::exchange(database, copy, head);
    FAIL("was exchanged");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
  }
  CHECK_FALSE(fs::exists(copy));
  CHECK(store::open(database)->read()->audit().head().hash == newest.hash);
}

TEST_CASE_FIXTURE(Copied, "the exchange of two names waits for the writer at work") {
  const auto opened = store::open(database);
  const auto writer = opened->write(author());
  try {
    store::exchange(database, copy, head, std::chrono::seconds{0});
    FAIL("was exchanged");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
  }
  CHECK(writer->commit({"test", ""}).sequence == head.sequence + 1);
}

TEST_CASE_FIXTURE(Copied, "readers read on in what was there while the names are exchanged") {
  write(*store::open_copy(copy), [](store::Session&) {});
  const auto opened = store::open(database);
  const auto reader = opened->read();
  store::exchange(database, copy, head);
  CHECK(reader->audit().head().hash == head.hash);
  CHECK(opened->read()->audit().head().sequence == head.sequence + 1);
  CHECK(store::open(copy)->read()->audit().head().hash == head.hash);
}

TEST_CASE_FIXTURE(Copied,
                  "a change that a crash left half done is undone before the names are exchanged") {
  const auto crashed = folder / "crashed.db";
  copy_amid_change(database, crashed);
  REQUIRE(fs::file_size(folder / "crashed.db-journal") > 0);
  store::exchange(crashed, copy, std::nullopt);
  std::error_code gone;
  const auto left = fs::file_size(folder / "crashed.db-journal", gone);
  CHECK((gone || left == 0));
  CHECK(store::open(crashed)->read()->audit().head().hash == head.hash);
  CHECK(raw_value(copy, "PRAGMA integrity_check") == "ok");
  CHECK(raw_value(copy, "SELECT count(*) FROM area WHERE name LIKE 'changed%'") == "0");
}
