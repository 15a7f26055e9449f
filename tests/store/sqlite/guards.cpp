#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;

namespace {

/// A database with one visit and one void, both made the proper way.
void make_guarded_database(const std::filesystem::path& file) {
  write(*store::create(file, author()), [](store::Session& session) {
    const auto town = make_town(session);
    auto draft = visit_of(town.staying, town.first_worker, day("2026-10-05"));
    draft.note = "secret";
    session.visits().add(draft, instant("2026-10-05T08:00:00Z"));
    session.visits().add(draft, instant("2026-10-05T08:00:00Z"));
    session.visits().add(Void{{2}, instant("2026-10-05T08:00:00Z"), "W01", "twice"});
    session.visits().add(
        Patrol{{}, town.first_grid, town.first_worker, day("2026-10-05"), HalfDay::am, "p"});
    session.holidays().add({{}, day("2026-10-01"), DayKind::holiday, "feast"});
    const auto closing = session.closings().add({{},
                                                 parse_period("2026-09").value(),
                                                 author().at,
                                                 "W01",
                                                 day("2026-10-02"),
                                                 1,
                                                 session.audit().head().hash});
    session.closings().add(closing, {town.first_grid, "rule", compliance::Tally{1, 0, 0, 0}});
  });
}

}  // namespace

TEST_CASE("what is on record is not changed or deleted by any program that respects the schema") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  write(*store::open(file), [](store::Session& session) {
    auto area = *session.areas().find("G01");
    area.name = "renamed";
    session.areas().update(area);
    auto holiday = session.holidays().find(day("2026-10-01")).value();
    holiday.kind = DayKind::workday;
    session.holidays().update(holiday);
  });
  for (const auto* sql : {
           "UPDATE visit SET day = day + 1 WHERE id = 1",
           "UPDATE visit SET outcome = 3 WHERE id = 1",
           "UPDATE visit SET minute = 5 WHERE id = 1",
           "UPDATE visit SET id = 9 WHERE id = 1",
           "UPDATE visit SET entry = 1 WHERE id = 1",
           "UPDATE visit SET grid = 3 WHERE id = 1",
           "UPDATE visit SET grid = NULL WHERE id = 1",
           "DELETE FROM visit WHERE id = 1",
           "INSERT OR REPLACE INTO visit SELECT id, household, worker, day, minute, 5, outcome, "
           "note_digest, replaces, recorded_at, grid, checksum, entry FROM visit WHERE id = 1",
           "REPLACE INTO visit_void VALUES (2, 0, 'x', 'y', 0, 1)",
           "UPDATE visit_void SET reason = 'other'",
           "DELETE FROM visit_void",
           "UPDATE visit SET checksum = 1 WHERE id = 1",
           "DELETE FROM household",
           "DELETE FROM area WHERE code = 'S1'",
           "UPDATE area_past SET name = 'other'",
           "DELETE FROM area_past",
           "DELETE FROM holiday",
           "INSERT OR REPLACE INTO holiday SELECT id, day, 'holiday', name, checksum, entry "
           "FROM holiday",
           "UPDATE holiday_past SET kind = 'holiday'",
           "DELETE FROM holiday_past",
           "UPDATE closing SET by = 'other'",
           "DELETE FROM closing",
           "INSERT OR REPLACE INTO closing SELECT id, month, at, 'other', today, head, head_hash, "
           "checksum, entry FROM closing",
           "UPDATE figure SET first = 2",
           "UPDATE figure SET entry = 1",
           "DELETE FROM figure",
           "INSERT OR REPLACE INTO figure (id, closing, rule, kind, first, second, third, fourth, "
           "checksum, entry) VALUES (1, 1, 'rule', 2, 9, 0, 0, 0, 0, 1)",
           "UPDATE change_times SET times = 'other'",
           "UPDATE change_times SET record = 9",
           "DELETE FROM change_times",
           "INSERT OR REPLACE INTO change_times SELECT id, kind, record, 'other', checksum, entry "
           "FROM change_times",
           "UPDATE patrol SET half = 'pm'",
           "DELETE FROM patrol",
           "UPDATE audit SET actor = 'other'",
           "DELETE FROM audit WHERE sequence = 2",
           "INSERT OR REPLACE INTO audit SELECT sequence, at, 'other', worker, operation, "
           "reference, content_hash, previous, hash FROM audit WHERE sequence = 1",
           "INSERT INTO audit SELECT 9, at, actor, worker, operation, reference, content_hash, "
           "previous, hash FROM audit WHERE sequence = 1",
       }) {
    CAPTURE(sql);
    CHECK_FALSE(run_raw(file, sql).empty());
  }
  CHECK(raw_value(file, "SELECT group_concat(mode || ' ' || day || ' ' || grid) FROM visit") ==
        "0 20731 2,0 20731 2");
  CHECK(raw_value(file, "SELECT count(*) FROM audit") == "3");
}

TEST_CASE("a visit's grid may be set to what the residences give") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  CHECK(run_raw(file, "UPDATE visit SET grid = 2 WHERE id = 1").empty());
}

TEST_CASE("values out of their range are kept out by the tables themselves") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  for (const auto* sql : {
           "INSERT INTO visit VALUES (5, 1, 1, 20000, NULL, 6, 0, NULL, NULL, 0, 2, 0, 1)",
           "INSERT INTO visit VALUES (5, 1, 1, 20000, 1440, 0, 0, NULL, NULL, 0, 2, 0, 1)",
           "INSERT INTO visit VALUES (5, 1, 1, '2026-10-05', NULL, 0, 0, NULL, NULL, 0, 2, 0, 1)",
           "INSERT INTO visit VALUES (-5, 1, 1, 20000, NULL, 0, 0, NULL, NULL, 0, 2, 0, 1)",
           "INSERT INTO area VALUES (9, '', 'n', 'k', NULL, 0, 1)",
           "INSERT INTO assignment VALUES (9, 1, 2, 'boss', NULL, NULL, 0, 1)",
           "INSERT INTO assignment VALUES (9, 1, 2, 'assistant', 20, 19, 0, 1)",
       }) {
    CAPTURE(sql);
    CHECK_FALSE(run_raw(file, sql).empty());
  }
}

TEST_CASE("words can be erased while the fact and its digest stay") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  CHECK(run_raw(file, "DELETE FROM visit_note WHERE visit = 1").empty());
  const auto record = store::open(file)->read()->visits().find({1});
  REQUIRE(record);
  CHECK(record->visit.said.note.empty());
  CHECK(raw_value(file, "SELECT length(note_digest) FROM visit WHERE id = 1") == "32");
}

TEST_CASE("every fact names the audit entry that wrote it") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  for (const auto* table : {"area", "worker", "assignment", "household", "residence", "visit",
                            "visit_void", "patrol"}) {
    CAPTURE(table);
    CHECK(raw_value(file, std::string{"SELECT min(entry) || max(entry) FROM "} + table) == "22");
  }
  CHECK(raw_value(file, "SELECT max(entry) FROM category") == "1");
  CHECK(raw_value(file,
                  "SELECT previous = (SELECT hash FROM audit WHERE sequence = 1) "
                  "FROM audit WHERE sequence = 2") == "1");
}

TEST_CASE("the migrations make the schema that the program expects") {
  const TemporaryFolder folder;
  namespace sqlite = store::sqlite;
  sqlite::make_private_file(folder / "new.db");
  sqlite::Connection connection{folder / "new.db", sqlite::Purpose::make};
  connection.begin_writing();
  sqlite::make_schema(connection.statements());
  INFO("fingerprint: ", sqlite::schema_fingerprint(connection.statements()));
  CHECK_NOTHROW(sqlite::check_schema(connection.statements()));
  connection.roll_back();
}

TEST_CASE("a database in another journal mode is brought back to the safe one") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  make_guarded_database(file);
  REQUIRE(run_raw(file, "PRAGMA journal_mode = WAL").empty());
  write(*store::open(file), [](store::Session&) {});
  CHECK(raw_value(file, "PRAGMA journal_mode") != "wal");
}
