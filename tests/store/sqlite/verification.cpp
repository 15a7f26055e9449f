#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/base/text.hpp"

#include "stages.hpp"
#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;
using gridvisit::tests::StagesSeen;

namespace {

void fill(store::Session& session, const Town& town) {
  auto& households = session.households();
  auto household = households.get(town.staying);
  household.name = "Somebody";
  household.phone = "10000000000";
  household.people = 2;
  households.update(household);
  const auto category = session.categories().all().front().id;
  households.add(Tag{{}, town.staying, category, {}, "a note of a tag"});
  session.workers().add(Leave{{}, town.first_worker, {day("2026-10-01"), k_forever}, "sick"});
  auto draft = visit_of(town.staying, town.first_worker, day("2026-10-05"));
  session.visits().add(draft, author().at);
  draft.note = "a note of a visit";
  draft.time = TimeOfDay{570};
  session.visits().add(draft, author().at);
  session.visits().add(Void{{1}, author().at, "W01", "twice"});
  session.visits().add(Patrol{{},
                              town.first_grid,
                              town.first_worker,
                              day("2026-10-05"),
                              HalfDay::am,
                              "a note of a patrol"});
  session.policies().add({"strict", day("2026-01-01"), "name = 'strict'", author().at});
  session.members().end(
      session.members().add({{}, "user", Authority::worker, town.first_worker, author().at, {}}),
      author().at);
  session.holidays().add({{}, day("2026-10-01"), DayKind::holiday, "feast"});
  session.holidays().add({{}, day("2026-10-10"), DayKind::workday, ""});
}

void keep_figures(store::Session& session, const Town& town) {
  using namespace compliance;
  const auto head = session.audit().head();
  const auto closing = session.closings().add({{},
                                               parse_period("2026-09").value(),
                                               author().at,
                                               "W01",
                                               day("2026-10-06"),
                                               head.sequence,
                                               head.hash});
  const YearStanding year{300, 270, 360, 333, true, 20, Verdict::due};
  session.closings().add(closing,
                         {town.first_worker, "monthly", WorkerResult{Verdict::met, 33, 30, year}});
  session.closings().add(closing, {town.first_grid, "annual", Tally{1, 2, 3, 4}});
  session.closings().add(closing, {{}, "annual", Tally{0, 1, 0, 0}});
}

/// A town with at least one fact of every kind; the household, an area and a holiday changed later.
Town make_database(const std::filesystem::path& file) {
  Town town;
  const auto opened = store::create(file, author());
  write(*opened, [&](store::Session& session) { town = make_town(session); });
  write(*opened, [&](store::Session& session) { fill(session, town); });
  write(*opened, [&](store::Session& session) {
    auto area = *session.areas().find("G01");
    area.name = "renamed";
    session.areas().update(area);
    auto holiday = session.holidays().find(day("2026-10-01")).value();
    holiday.name = "renamed";
    session.holidays().update(holiday);
    session.erasures().add({{}, town.other, {}, "moved away"});
    keep_figures(session, town);
  });
  return town;
}

std::vector<std::string> findings_of(const std::filesystem::path& file) {
  std::vector<std::string> findings;
  store::open(file)->read()->audit().verify(
      [&](const Message& finding) { findings.push_back(in_english(finding)); }, {});
  return findings;
}

struct Tampering {
  const char* sql;
  const char* finding;  ///< a part of the one that must be told
};

constexpr Tampering k_tamperings[]{
    {"UPDATE visit SET day = day + 1 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET mode = 5 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET outcome = 1 WHERE id = 2", "visit 2 is not as audit entry 3"},
    {"UPDATE visit SET minute = 571 WHERE id = 2", "visit 2 is not as audit entry 3"},
    {"UPDATE visit SET minute = 0 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET worker = 2 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET recorded_at = 5 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET replaces = 1 WHERE id = 2", "visit 2 is not as audit entry 3"},
    {"UPDATE visit SET checksum = 5 WHERE id = 1", "visit 1 is not as audit entry 3"},
    {"UPDATE visit SET entry = 2 WHERE id = 1", "audit entry 2"},
    {"UPDATE visit SET entry = 4 WHERE id = 1", "audit entry 4"},
    {"UPDATE visit SET entry = 9 WHERE id = 1", "No audit entry tells of the visit 1"},
    {"UPDATE visit SET entry = -9 WHERE id = 1", "No audit entry tells of the visit 1"},
    {"UPDATE visit SET grid = 3 WHERE id = 1", "Visit 1 is counted in another grid"},
    {"UPDATE visit SET id = 7 WHERE id = 2; UPDATE visit_note SET visit = 7", "What audit entry 3"},
    {"DELETE FROM visit_note; DELETE FROM visit WHERE id = 2", "What audit entry 3"},
    {"DELETE FROM visit_void", "What audit entry 3"},
    {"UPDATE visit_void SET reason = 'other'", "void of visit 1 is not as audit entry 3"},
    {"INSERT INTO visit SELECT 9, household, worker, day, minute, mode, outcome, NULL, NULL, "
     "recorded_at, grid, checksum, entry FROM visit WHERE id = 1",
     "What audit entry 3"},
    {"UPDATE visit_note SET text = 'other'", "texts of the visit 2"},
    {"DELETE FROM visit_note", "texts of the visit 2"},
    {"INSERT INTO visit_note VALUES (1, x'00', 'planted')", "texts of the visit 1"},
    {"UPDATE household SET name = 'Other' WHERE code = 'G01-1-1'", "household G01-1-1"},
    {"UPDATE household SET name = '', phone = '', salt = x'' WHERE code = 'G01-1-1'",
     "texts of the household G01-1-1"},
    {"UPDATE household SET name = 'planted' WHERE code = 'G02-1-1'",
     "texts of the household G02-1-1"},
    {"UPDATE household SET people = 3 WHERE code = 'G01-1-1'", "household G01-1-1 is not"},
    {"UPDATE household SET code = 'X' WHERE code = 'G01-1-1'", "household X is not"},
    {"UPDATE residence SET grid = 3 WHERE household = 1", "residence G01-1-1 G02 is not"},
    {"UPDATE residence SET until_day = 20000 WHERE household = 1", "residence G01-1-1 G01 is not"},
    {"UPDATE tag SET category = 2", "tag G01-1-1"},
    {"UPDATE tag SET note = 'other'", "texts of the tag G01-1-1"},
    {"UPDATE area SET name = 'other' WHERE code = 'G01'", "area G01 is not as audit entry 4"},
    {"UPDATE area SET parent = NULL WHERE code = 'G02'", "area G02 is not as audit entry 2"},
    {"UPDATE area_past SET name = 'other'", "area G01 is not as audit entry 2"},
    {"DELETE FROM area_past", "What audit entry 2"},
    {"INSERT INTO area_past SELECT entry, id, code, name, kind, parent, checksum FROM area "
     "WHERE code = 'G02'",
     "What audit entry 2"},
    {"DELETE FROM household_past", "What audit entry 2"},
    {"UPDATE worker SET phone = '3' WHERE code = 'W01'", "texts of the worker W01"},
    {"UPDATE worker SET code = 'W09' WHERE code = 'W01'", "worker W09 is not as audit entry 2"},
    {"UPDATE assignment SET role = 'assistant' WHERE worker = 1", "assignment W01 G01 is not"},
    {"UPDATE leave SET until_day = 20800", "leave W01 is not"},
    {"UPDATE category SET code = 'x' WHERE id = 1", "category x is not as audit entry 1"},
    {"DELETE FROM category_group WHERE category = 1", "category"},
    {"UPDATE category_group SET name = 'x' WHERE category = 1", "category"},
    {"UPDATE patrol SET half = 'pm'", "patrol G01 2026-10-05 pm is not"},
    {"DELETE FROM patrol_note", "texts of the patrol G01 2026-10-05 am"},
    {"UPDATE policy SET toml = 'other'", "policy strict is not"},
    {"UPDATE erasure SET reason = 'other'", "erasure 1 is not"},
    {"DELETE FROM erasure", "What audit entry 4"},
    {"UPDATE member SET user = 'other'", "member other is not"},
    {"DELETE FROM member_end", "What audit entry 3"},
    {"UPDATE holiday SET kind = 'workday' WHERE id = 1", "day of the holiday table 2026-10-01"},
    {"UPDATE holiday SET day = day + 1 WHERE id = 2", "day of the holiday table 2026-10-11 is not"},
    {"UPDATE holiday_past SET name = 'other'", "day of the holiday table 2026-10-01 is not"},
    {"DELETE FROM holiday_past", "What audit entry 3"},
    {"DELETE FROM holiday WHERE id = 2", "What audit entry 3"},
    {"INSERT INTO holiday SELECT 9, day + 40, kind, name, checksum, entry FROM holiday "
     "WHERE id = 1",
     "day of the holiday table 2026-11-10 is not"},
    {"UPDATE closing SET month = month - 31", "closing of the month 2026-08 is not"},
    {"UPDATE closing SET today = today + 1", "closing of the month 2026-09 is not"},
    {"UPDATE closing SET head = 2", "closing of the month 2026-09 is not"},
    {"UPDATE closing SET head_hash = replace(head_hash, substr(head_hash, 1, 1), '_')",
     "closing of the month 2026-09 is not"},
    {"UPDATE closing SET at = at + 1", "closing of the month 2026-09 is not"},
    {"UPDATE closing SET by = 'other'", "closing of the month 2026-09 is not"},
    {"UPDATE figure SET first = 34 WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET second = 29 WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET verdict = 3 WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET third = 1 WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET needed = NULL WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET average_tenths = 334 WHERE id = 1", "figure kept of 2026-09 W01 monthly"},
    {"UPDATE figure SET on_pace = 0 WHERE id = 1", "figure kept of 2026-09 W01 monthly is not"},
    {"UPDATE figure SET year_verdict = 1 WHERE id = 1", "figure kept of 2026-09 W01 monthly"},
    {"UPDATE figure SET year_done = 301 WHERE id = 1", "figure kept of 2026-09 W01 monthly is"},
    {"UPDATE figure SET year_required = 1 WHERE id = 1", "figure kept of 2026-09 W01 monthly is"},
    {"UPDATE figure SET year_required_full = 1 WHERE id = 1", "figure kept of 2026-09 W01 monthly"},
    {"UPDATE figure SET worker = 2 WHERE id = 1", "figure kept of 2026-09 W02 monthly is not"},
    {"UPDATE figure SET rule = 'other' WHERE id = 1", "figure kept of 2026-09 W01 other is not"},
    {"UPDATE figure SET fourth = 0 WHERE id = 2", "figure kept of 2026-09 G01 annual is not"},
    {"UPDATE figure SET grid = 3 WHERE id = 2", "figure kept of 2026-09 G02 annual is not"},
    {"UPDATE figure SET kind = 3, third = NULL, fourth = NULL WHERE id = 2",
     "figure kept of 2026-09 G01 annual is not"},
    {"UPDATE figure SET id = 9 WHERE id = 3", "What audit entry 4"},
    {"DELETE FROM figure WHERE id = 3", "What audit entry 4"},
    {"DELETE FROM figure; DELETE FROM closing", "What audit entry 4"},
    {"UPDATE figure SET entry = 9 WHERE id = 3", "No audit entry tells of the figure kept of"},
    {"UPDATE change_times SET times = '2026-10-05T08:00:00Z' WHERE kind = 'area'",
     "record of changes of area 2 is not as audit entry 4"},
    {"UPDATE change_times SET times = 'never' WHERE kind = 'area'",
     "record of changes of area 2 is not as audit entry 4"},
    {"UPDATE change_times SET record = 3 WHERE kind = 'area'",
     "record of changes of area 3 is not as audit entry 4"},
    {"UPDATE change_times SET kind = 'x' WHERE kind = 'area'",
     "record of changes of x 2 is not as audit entry 4"},
    {"DELETE FROM change_times WHERE kind = 'area'", "What audit entry 4"},
    {"DELETE FROM household_pair WHERE pair = 'so'", "What parts of codes, names and addresses"},
    {"UPDATE household_pair SET block = 9 WHERE pair = 'so'", "What parts of codes, names and"},
    {"UPDATE audit SET actor = 'other' WHERE sequence = 2", "Audit entry 2 was changed"},
    {"UPDATE audit SET at = at + 1 WHERE sequence = 4", "Audit entry 4 was changed"},
    {"DELETE FROM audit WHERE sequence = 3", "Audit entry 4 was changed, or does not follow"},
    {"DELETE FROM audit WHERE sequence = 1", "Audit entry 2 was changed, or does not follow"},
};

}  // namespace

TEST_CASE("a database that nobody tampered with verifies") {
  const TemporaryFolder folder;
  make_database(folder / "town.db");
  CHECK(findings_of(folder / "town.db") == std::vector<std::string>{});
}

TEST_CASE("a verification is followed record by record") {
  const TemporaryFolder folder;
  make_database(folder / "town.db");
  StagesSeen seen;
  store::open(folder / "town.db")->read()->audit().verify([](const Message&) {}, seen.onlooker());
  CHECK(seen.told() == std::vector<std::string>{"Checking the file 0", "Checking records 100 %",
                                                "Checking texts 8", "Checking grids of visits 0"});
}

TEST_CASE("whatever is changed behind the program's back is found and named") {
  for (const auto& [sql, finding] : k_tamperings) {
    INFO("sql: ", std::string{sql});
    const TemporaryFolder folder;
    const auto file = folder / "town.db";
    make_database(file);
    tamper(file, sql);
    const auto findings = findings_of(file);
    INFO("findings: ", join(findings, "\n"));
    CHECK(std::ranges::any_of(findings, [&, part = finding](const std::string& found) {
      return found.find(part) != std::string::npos;
    }));
  }
}

TEST_CASE("nothing personal is left of an erased household but in the digests") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  const auto town = make_database(file);
  write(*store::open(file), [&](store::Session& session) {
    session.erasures().add({{}, town.staying, {}, "asked for it"});
  });
  CHECK(findings_of(file).empty());
  const auto session = store::open(file)->read();
  CHECK(session->households().get(town.staying).name.empty());
  CHECK(session->households().tags_of(town.staying).front().note.empty());
  CHECK(session->visits().find({2})->visit.said.note.empty());
  CHECK(raw_value(file, "SELECT length(note_digest) FROM visit WHERE id = 2") == "32");
  CHECK(raw_value(file, "SELECT length(salt) FROM household WHERE code = 'G01-1-1'") == "0");
  CHECK(raw_value(file, "SELECT count(*) FROM household_pair WHERE pair IN ('so', 'om')") == "0");
}

TEST_CASE("what is said of a household after its erasure is kept and verifies") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  const auto town = make_database(file);
  write(*store::open(file), [&](store::Session& session) {
    auto household = session.households().get(town.other);
    household.name = "Somebody New";
    session.households().update(household);
  });
  CHECK(findings_of(file).empty());
  tamper(file, "UPDATE household SET name = '', salt = x'' WHERE code = 'G02-1-1'");
  CHECK(findings_of(file).size() == 2);  // the texts, and what they are found by
}

TEST_CASE("notes before a day are erased and later ones stay") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  const auto town = make_database(file);
  write(*store::open(file), [&](store::Session& session) {
    auto draft = visit_of(town.staying, town.first_worker, day("2026-10-06"));
    draft.note = "later";
    session.visits().add(draft, author().at);
    session.erasures().add({{}, {}, day("2026-10-06"), "kept long enough"});
  });
  CHECK(findings_of(file).empty());
  const auto session = store::open(file)->read();
  CHECK(session->visits().find({2})->visit.said.note.empty());
  CHECK(session->visits().find({3})->visit.said.note == "later");
  CHECK(session->visits().patrols(town.first_grid, {}).front().note.empty());
}
