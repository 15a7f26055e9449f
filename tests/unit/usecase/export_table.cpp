#include "gridvisit/usecase/export_table.hpp"

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "stages.hpp"
#include "unit/usecase/import_fixture.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;
using usecase::Personal;

namespace {

std::string csv_of(store::Store& store, TableKind table, Personal personal = Personal::unmasked,
                   DayRange days = {}) {
  std::string text;
  format::CsvWriter csv{[&](std::string_view bytes) { text += bytes; }};
  write_header(csv, table_of(table));
  usecase::export_table(
      *store.read(), {table, days, {}, personal},
      [&](const exchange::Cells& cells) { write_row(csv, exchange::table_of(table), cells); });
  csv.finish();
  return text;
}

/// A register with moves, tags of all kinds, voids and replacements, and awkward texts.
struct ExportFixture : ImportFixture {
  ExportFixture() {
    take_sample();
    take(TableKind::assignments,
         "worker,grid,role,from,until\nW02,G01,assistant,2026-02-01,2026-03-31\n"
         "W02,G01,assistant,2026-05-01,\n");
    take(TableKind::households,
         "household,grid,address,building,unit,room,name,phone,people,situation,difficulties,"
         "needs,from,until,tags\n"
         "G01-10,G01,示范路1号3栋2单元501,3,2,00501,'=SUM(1),+8613800138000,0,\"a,\"\"b\"\"\nc\","
         "'-,110101199003071234,,2026-05-31,tenant@..;veteran@..2026-02-01;disabled@2026-03-01\n");
    take(TableKind::households,
         "household,grid,from,until,tags\nG01-10,G02,2026-06-01,2026-09-30,gas\n");
    take(TableKind::tags, "household,tag,from,until,note\nG01-1,gas,2026-01-01,,'@home\n");
    take(TableKind::visits,
         "visit,household,worker,day,mode,outcome,time,note,recorded_at,voided_at,void_reason,"
         "replaces\n"
         "3,G01-1,W01,2026-10-01,door,met,08:05,\"'=1,\nb\",2026-10-01T01:02:03Z,2026-10-02,why,\n"
         "9,G01-1,W01,2026-10-01,phone,absent,,,2026-10-02T08:00:00Z,,,3\n");
  }
};

}  // namespace

TEST_CASE_FIXTURE(ExportFixture, "what is exported imports as the same register and visits") {
  ImportFixture copy;
  for (const auto& table : exchange::all_tables()) {
    CAPTURE(table.name);
    const auto text = csv_of(*store, table.kind);
    const auto taken = copy.take(table.kind, text);
    CHECK(spoken(taken.problems).empty());
    CHECK(taken.taken);
    CHECK(csv_of(*copy.store, table.kind).size() > table.name.size());
  }
  for (const auto& table : exchange::all_tables())
    CHECK(csv_of(*copy.store, table.kind) == csv_of(*store, table.kind));
}

TEST_CASE_FIXTURE(ExportFixture, "the columns are those of the contract and rows stand in order") {
  const auto visits = csv_of(*store, TableKind::visits);
  CHECK(visits ==
        "household,worker,day,mode,outcome,time,note,visit,recorded_at,voided_at,void_reason,"
        "replaces\n"
        "G01-1,W01,2026-10-01,door,met,08:05,\"'=1,\nb\",3,2026-10-01T01:02:03Z,"
        "2026-10-02T00:00:00Z,why,\n"
        "G01-1,W01,2026-10-01,phone,absent,,,9,2026-10-02T08:00:00Z,,,3\n");
  const auto households = csv_of(*store, TableKind::households);
  CHECK(households.find("\nG01-2,") < households.find("\nG01-10,"));
  CHECK(households.find("2026-09-30,disabled@2026-03-01") == std::string::npos);
  CHECK(households.find(",gas,2026-") != std::string::npos);
}

TEST_CASE_FIXTURE(ExportFixture, "personal data is masked unless it is asked for") {
  const auto households = csv_of(*store, TableKind::households, Personal::masked);
  CHECK(households.find("张*") != std::string::npos);
  for (const auto* secret : {"张三", "00501", "138001380", "110101", "单元", "SUM"})
    CHECK(households.find(secret) == std::string::npos);
  CHECK(households.find("示范路1号") != std::string::npos);
  const auto workers = csv_of(*store, TableKind::workers, Personal::masked);
  CHECK(workers.find("W01,甲*,138****8000,") != std::string::npos);
  const auto visits = csv_of(*store, TableKind::visits, Personal::masked);
  CHECK(visits.find("why") == std::string::npos);
  CHECK(visits.find(",***,3,") != std::string::npos);
  CHECK(csv_of(*store, TableKind::tags, Personal::masked).find("home") == std::string::npos);
}

TEST_CASE_FIXTURE(ExportFixture, "a masked table does not come back over the true one") {
  for (const auto table : {TableKind::workers, TableKind::households, TableKind::visits}) {
    const auto before = csv_of(*store, table);
    const auto taken = take(table, csv_of(*store, table, Personal::masked));
    CHECK(taken.rejected > 0);
    CHECK_FALSE(taken.taken);
    CHECK(csv_of(*store, table) == before);
  }
}

TEST_CASE_FIXTURE(ExportFixture, "only what shares a day with the range leaves") {
  CHECK(csv_of(*store, TableKind::visits, Personal::masked, {day("2026-10-02"), day("2026-10-31")})
            .find("G01-1") == std::string::npos);
  const auto residences = csv_of(*store, TableKind::households, Personal::masked,
                                 {day("2026-06-01"), day("2026-06-30")});
  CHECK(residences.find("G01-10,G02") != std::string::npos);
  CHECK(residences.find("G01-10,G01") == std::string::npos);
}

TEST_CASE_FIXTURE(ExportFixture, "an export is followed, with a total where it is known at once") {
  const auto followed = [&](TableKind table, DayRange days, std::optional<std::int64_t> since) {
    tests::StagesSeen seen;
    usecase::export_table(*store->read(), {table, days, since, Personal::masked, seen.onlooker()},
                          [](const exchange::Cells&) {});
    return seen.told().at(0);
  };
  CHECK(followed(TableKind::visits, {}, {}) == "Writing 100 %");
  CHECK(followed(TableKind::visits, {day("2026-10-01"), day("2026-10-01")}, {}) == "Writing 2");
  CHECK(followed(TableKind::visits, {}, 1) == "Writing 2");
  CHECK(followed(TableKind::households, {}, {}) == "Writing 100 %");
  CHECK(followed(TableKind::households, {day("2026-10-01"), k_forever}, {}) == "Writing 100 %");
  CHECK(followed(TableKind::households, {}, 1) == "Writing 3");
  CHECK(followed(TableKind::tags, {}, {}) == "Writing 100 %");
  CHECK(followed(TableKind::areas, {}, {}) == "Writing 0");
}

TEST_CASE_FIXTURE(ExportFixture, "an export is entered into the audit") {
  usecase::record_export(*store, authorship, {"export visits", "visits.csv, masked"});
  CHECK(store->read()->audit().head().operation == "export visits");
}

TEST_CASE("a row as JSON has numbers as numbers and nothing as null") {
  exchange::VisitRow row;
  row.household = "G01-1";
  row.worker = "W01";
  row.day = day("2026-10-01");
  row.visit = VisitId{7};
  format::JsonWriter json;
  write_row(json, table_of(TableKind::visits), cells_of(row));
  CHECK(json.text() ==
        R"({"household":"G01-1","worker":"W01","day":"2026-10-01","mode":"door","outcome":"met",)"
        R"("time":null,"note":null,"visit":7,"recorded_at":null,"voided_at":null,)"
        R"("void_reason":null,"replaces":null})");
}

namespace {

/// Visits whose numbers tell of many, so that reading goes ahead of writing.
struct ManyVisits : ImportFixture {
  static constexpr int k_visits = 600;

  ManyVisits() {
    take_sample();
    std::string rows = "household,worker,day,mode,visit,recorded_at\n";
    for (int visit = 0; visit < k_visits; ++visit)
      rows += fmt::format("G01-{},W01,{},door,{},2026-10-04T{:02}:{:02}:00Z\n", visit % 2 + 1,
                          to_string(day("2026-01-01") + std::chrono::days{visit % 270}),
                          20'000 + visit, visit / 60, visit % 60);
    REQUIRE(take(TableKind::visits, rows).added == k_visits);
  }
};

}  // namespace

TEST_CASE_FIXTURE(ManyVisits, "many visits come in the order of their numbers") {
  int number = 20'000;
  usecase::export_table(*store->read(), {TableKind::visits, {}, {}, Personal::unmasked},
                        [&](const exchange::Cells& cells) {
                          REQUIRE(cells[7] == std::to_string(number));
                          CHECK(cells[0] == (number % 2 == 0 ? "G01-1" : "G01-2"));
                          ++number;
                        });
  CHECK(number == 20'000 + k_visits);
}

TEST_CASE_FIXTURE(ManyVisits, "who takes many visits may fail") {
  int rows = 0;
  CHECK_THROWS_AS(usecase::export_table(*store->read(), {TableKind::visits},
                                        [&](const exchange::Cells&) {
                                          if (++rows == 300) throw Error{ErrorKind::io, {}};
                                        }),
                  Error);
  CHECK(rows == 300);
}
