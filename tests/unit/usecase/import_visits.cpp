#include <doctest/doctest.h>

#include "temporary_folder.hpp"
#include "unit/usecase/import_fixture.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;

TEST_CASE_FIXTURE(ImportFixture, "a visit has all that its row says") {
  take_sample();
  const auto result =
      take(TableKind::visits,
           "走访编号,日期,网格员,户编号,方式,结果,时间,内容,登记时间\n"
           "77,2026-10-01,W01,G01-1,电话,不在,09:30,\"first\r\nsecond\",2026-10-02\n");
  CHECK(spoken(result.problems).empty());
  REQUIRE(visits().size() == 1);
  const auto visit = visits()[0].visit;
  CHECK(visit.id.value == 77);
  CHECK(visit.said.day == day("2026-10-01"));
  CHECK(visit.said.mode == Mode::phone);
  CHECK(visit.said.outcome == Outcome::absent);
  CHECK(visit.said.time == TimeOfDay{570});
  CHECK(visit.said.note == "first\nsecond");
  CHECK(visit.recorded_at == day("2026-10-02"));
}

TEST_CASE_FIXTURE(ImportFixture, "days in the future and outside the residence are refused") {
  take_sample();
  take(TableKind::households, "household,grid,from,until\nGone,G01,2026-01-01,2026-03-31\n");
  const auto result = take(TableKind::visits,
                           "household,worker,day,mode\nG01-1,W01,2026-10-06,door\n"
                           "G01-1,W01,2025-12-31,door\nGone,W01,2026-04-01,door\n"
                           "G01-1,W01,2026-02-30,door\nG01-1,W01,2026/10/5,door\n");
  CHECK(spoken(result.problems) ==
        std::vector<std::string>{
            "2 day: The day lies in the future. Correct the day; today is 2026-10-05.",
            "3 day: The household moved in later, on 2026-01-01. Correct the day, or the "
            "household's residence.",
            "4 day: The household moved out before, on 2026-03-31. Correct the day, or the "
            "household's residence.",
            "5 day: This is not a day. Write it as "
            "year-month-day, like 2026-10-05.",
            "6 day: This is not a day. Write 2026-10-05."});
}

TEST_CASE_FIXTURE(ImportFixture, "unknown codes are told with the nearest ones") {
  take_sample();
  const auto result =
      take(TableKind::visits, "household,worker,day,mode\nG01-3,W03,2026-10-01,fax\n");
  CHECK(spoken(result.problems) ==
        std::vector<std::string>{
            "2 mode: The word is not one of those known here. Write one of: door, "
            "outside, office, video, phone, message."});
  const auto words = take(TableKind::visits,
                          "household,worker,day,mode,outcome\nG01-1,W01,2026-10-01,phoen,见道\n");
  CHECK(spoken(words.problems) ==
        std::vector<std::string>{
            "2 mode: The word is not one of those known here. Did you mean phone? Write one of: "
            "door, outside, office, video, phone, message.",
            "2 outcome: The word is not one of those known here. Did you mean 见到? Write one of: "
            "met, "
            "absent, refused, vacant."});
  const auto codes =
      take(TableKind::visits, "household,worker,day,mode\nG01-3,W03,2026-10-01,door\n");
  CHECK(spoken(codes.problems) ==
        std::vector<std::string>{
            "2 household: There is no household G01-3. Did you mean G01-1, G01-2?",
            "2 worker: There is no worker W03. Did you mean W01, W02?"});
}

TEST_CASE_FIXTURE(ImportFixture, "control and text-direction characters in a note are refused") {
  take_sample();
  for (const std::string note : {"\x1b[31m", "\u202e"}) {
    const auto result =
        take(TableKind::visits,
             "household,worker,day,mode,note\nG01-1,W01,2026-10-01,door," + note + "\n");
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].column == "note");
    CHECK(result.problems[0].value.find(note) == std::string::npos);
  }
}

TEST_CASE_FIXTURE(ImportFixture, "unusual visits are taken and counted as warnings") {
  take_sample();
  const auto result = take(TableKind::visits,
                           "household,worker,day,mode,recorded_at\n"
                           "G01-2,W01,2025-12-31,door,2026-01-01\n"   // not in post
                           "G01-1,W01,2026-09-01,door,\n"             // late
                           "G01-1,W01,2026-09-01,phone,2026-09-02\n"  // again that day
                           "G01-1,W01,2026-09-02,door,2026-09-09\n");
  CHECK(result.added == 4);
  CHECK(result.warnings == usecase::ImportWarnings{1, 1, 1});
}

TEST_CASE_FIXTURE(ImportFixture, "the same number with other content is a problem") {
  take_sample();
  const std::string header = "visit,household,worker,day,mode,recorded_at\n";
  take(TableKind::visits, header + "5,G01-1,W01,2026-10-01,door,2026-10-01\n");
  CHECK(take(TableKind::visits, header + "5,G01-1,W01,2026-10-01,door,2026-10-01\n").same == 1);
  const auto edited = take(TableKind::visits, header + "5,G01-1,W01,2026-10-01,phone,2026-10-01\n");
  REQUIRE(edited.problems.size() == 1);
  CHECK(in_english(edited.problems[0].reason) == "Visit 5 is on record with other content.");
  const auto undated = take(TableKind::visits,
                            "visit,household,worker,day,mode\n"
                            "5,G01-2,W01,2026-10-01,door\n");
  CHECK(undated.rejected == 1);
}

TEST_CASE_FIXTURE(ImportFixture, "numbers may come in any order and each stands for one visit") {
  take_sample();
  const std::string header = "household,worker,day,mode,visit\n";
  const std::string nine = "G01-1,W01,2026-10-01,door,9\n", three = "G01-1,W01,2026-10-02,door,3\n";
  const auto first = take(TableKind::visits, header + nine + three + nine + three);
  CHECK(spoken(first.problems).empty());
  CHECK(first.added == 2);
  CHECK(first.same == 2);
  const auto again = take(TableKind::visits, header + "G01-2,W01,2026-10-03,door,9\n");
  CHECK(again.rejected == 1);
}

TEST_CASE_FIXTURE(ImportFixture, "visits that say the same are two if their numbers differ") {
  take_sample();
  const auto result = take(TableKind::visits,
                           "visit,household,worker,day,mode\n"
                           "5,G01-1,W01,2026-10-01,door\n6,G01-1,W01,2026-10-01,door\n");
  CHECK(result.added == 2);
  CHECK(take(TableKind::visits, "household,worker,day,mode\nG01-1,W01,2026-10-01,door\n").same ==
        1);
}

TEST_CASE_FIXTURE(ImportFixture, "voids and replacements come in with their visits and later") {
  take_sample();
  const std::string header =
      "visit,household,worker,day,mode,recorded_at,voided_at,void_reason,replaces\n";
  const std::string before = "5,G01-1,W01,2026-10-01,door,2026-10-01,,,\n";
  const std::string voided =
      "5,G01-1,W01,2026-10-01,door,2026-10-01,2026-10-02T08:00:00Z,wrong mode,\n";
  const std::string amended = "6,G01-1,W01,2026-10-01,phone,2026-10-02T08:00:00Z,,,5\n";
  CHECK(take(TableKind::visits, header + amended).rejected == 1);
  CHECK(take(TableKind::visits, header + before).added == 1);
  CHECK(take(TableKind::visits, header + amended).rejected == 1);
  const auto result = take(TableKind::visits, header + voided + amended);
  CHECK(spoken(result.problems).empty());
  CHECK(result.changed == 1);
  CHECK(result.added == 1);
  CHECK(take(TableKind::visits, header + voided + amended).same == 2);
  REQUIRE(visits().size() == 2);
  CHECK(visits()[0].voided->reason == "wrong mode");
  CHECK(visits()[0].replaced_by == visits()[1].visit.id);
}

TEST_CASE_FIXTURE(ImportFixture, "a void needs a reason and an instant") {
  take_sample();
  const std::string header = "visit,household,worker,day,mode,recorded_at,voided_at,void_reason\n";
  for (const std::string row :
       {"5,G01-1,W01,2026-10-01,door,2026-10-02,2026-10-03,\n",
        "5,G01-1,W01,2026-10-01,door,2026-10-02,,reason\n", "0,G01-1,W01,2026-10-01,door,,,\n"}) {
    CAPTURE(row);
    CHECK(take(TableKind::visits, header + row).problem_count == 1);
  }
}

TEST_CASE_FIXTURE(ImportFixture, "many visits may replace those of households that sort behind") {
  constexpr int k_pairs = 4500;  // more than SQLite is given in one statement
  const tests::TemporaryFolder folder;
  store = store::create(folder / "town.db", authorship);
  take_sample();
  std::string homes = "household,grid\n";
  std::string rows = "visit,household,worker,day,mode,recorded_at,voided_at,void_reason,replaces\n";
  for (int pair = 1; pair <= k_pairs; ++pair) {
    homes += fmt::format("G02-{},G02\n", pair);
    rows += fmt::format(
        "{},G02-{},W02,2026-09-02,door,2026-09-03T08:00:00Z,2026-09-04T08:00:00Z,slip,\n", 2 * pair,
        pair);
    rows += fmt::format("{},G02-{},W02,2026-09-01,door,2026-09-05T08:00:00Z,,,{}\n", 2 * pair - 1,
                        k_pairs + 1 - pair, 2 * pair);
  }
  REQUIRE(take(TableKind::households, homes).added == k_pairs);
  const auto result = take(TableKind::visits, rows);
  CHECK(spoken(result.problems).empty());
  CHECK(result.added == 2 * k_pairs);
  const auto all = visits();
  REQUIRE(all.size() == 2 * k_pairs);
  for (const auto& record : all)
    CHECK(record.voided.has_value() == (record.visit.id.value % 2 == 0));
}
