#include <doctest/doctest.h>

#include "unit/usecase/offices.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;

namespace {

const std::string k_header =
    "visit,household,worker,day,mode,note,recorded_at,voided_at,void_reason,replaces\n";

struct MergeFixture : ImportFixture {
  MergeFixture() { take_sample(); }

  usecase::ImportResult take_visits(const std::string& rows) {
    const auto result = take(TableKind::visits, k_header + rows);
    CHECK(spoken(result.problems).empty());
    return result;
  }
  std::string note_of(std::int64_t number) {
    const auto record = store->read()->visits().find({number});
    return record ? record->visit.said.note : "none";
  }
};

}  // namespace

TEST_CASE_FIXTURE(MergeFixture, "a visit whose number stands for another gets a new number, once") {
  take_visits("1,G01-1,W01,2026-10-01,door,mine,2026-10-01T08:00:00Z,,,\n");
  const std::string theirs = "1,G01-2,W02,2026-10-01,door,theirs,2026-10-01T09:00:00Z,,,\n";
  const auto first = take_visits(theirs);
  CHECK(first.added == 1);
  CHECK(first.warnings.renumbered == 1);
  CHECK(note_of(1) == "mine");
  CHECK(note_of(2) == "theirs");
  const auto again = take_visits(theirs);
  CHECK(again.same == 1);
  CHECK(again.warnings.renumbered == 0);
  CHECK(visits().size() == 2);
}

TEST_CASE_FIXTURE(MergeFixture, "a number that is free is kept, also below the highest") {
  take_visits("9,G01-1,W01,2026-10-01,door,nine,2026-10-01T08:00:00Z,,,\n");
  take_visits("4,G01-1,W01,2026-10-02,door,four,2026-10-02T08:00:00Z,,,\n");
  CHECK(note_of(4) == "four");
  CHECK(note_of(9) == "nine");
}

TEST_CASE_FIXTURE(MergeFixture,
                  "voids and corrections follow the new numbers, whatever their order") {
  take_visits("1,G01-1,W01,2026-10-01,door,mine,2026-10-01T08:00:00Z,2026-10-02T08:00:00Z,mine,\n");
  // The correction stands before what it corrects, which gets the number 3.
  take_visits(
      "2,G01-2,W02,2026-10-01,phone,better,2026-10-02T09:00:00Z,,,1\n"
      "1,G01-2,W02,2026-10-01,door,theirs,2026-10-01T09:00:00Z,2026-10-02T09:00:00Z,typo,\n");
  const auto records = visits();
  REQUIRE(records.size() == 3);
  const auto replaced = store->read()->visits().find({1});
  CHECK_FALSE(replaced->replaced_by);
  for (const auto& record : records) {
    if (record.visit.said.note == "better")
      CHECK(note_of(record.visit.said.replaces->value) == "theirs");
    if (record.visit.said.note == "theirs") CHECK(record.voided->reason == "typo");
  }
}

TEST_CASE_FIXTURE(MergeFixture, "a new number is not mistaken for the one that the file has") {
  take_visits("1,G01-1,W01,2026-10-01,door,mine,2026-10-01T08:00:00Z,,,\n");
  // All in one second, as a file without instants was taken in: 1 becomes 2, 2 becomes 3.
  const std::string theirs =
      "1,G01-2,W02,2026-10-01,door,one,2026-10-01T09:00:00Z,2026-10-01T09:00:00Z,typo,\n"
      "2,G01-2,W02,2026-10-01,door,two,2026-10-01T09:00:00Z,,,1\n"
      "3,G01-2,W02,2026-10-02,door,three,2026-10-01T09:00:00Z,,,\n";
  CHECK(take_visits(theirs).added == 3);
  CHECK(take_visits(theirs).same == 3);
  CHECK(take_visits("4,G01-2,W02,2026-10-03,door,four,2026-10-01T09:00:00Z,,,\n").added == 1);
}

TEST_CASE_FIXTURE(MergeFixture, "a later void of a visit with a new number finds it") {
  take_visits("1,G01-1,W01,2026-10-01,door,mine,2026-10-01T08:00:00Z,,,\n");
  take_visits("1,G01-2,W02,2026-10-01,door,theirs,2026-10-01T09:00:00Z,,,\n");
  const auto result = take_visits(
      "1,G01-2,W02,2026-10-01,door,theirs,2026-10-01T09:00:00Z,2026-10-02T09:00:00Z,typo,\n");
  CHECK(result.changed == 1);
  CHECK_FALSE(store->read()->visits().find({1})->voided);
  CHECK(store->read()->visits().find({2})->voided);
}

TEST_CASE_FIXTURE(MergeFixture, "two corrections of one visit stay both, and are counted") {
  const std::string old =
      "1,G01-1,W01,2026-10-01,door,old,2026-10-01T08:00:00Z,2026-10-02T08:00:00Z,why,\n";
  take_visits(old + "2,G01-1,W01,2026-10-01,door,here,2026-10-02T08:00:00Z,,,1\n");
  const auto result =
      take_visits(old + "2,G01-1,W01,2026-10-01,door,there,2026-10-02T08:30:00Z,,,1\n");
  CHECK(result.added == 1);
  CHECK(result.warnings.corrected_twice == 1);
  CHECK(visits().size() == 3);
}

TEST_CASE_FIXTURE(MergeFixture,
                  "a correction is not tied to another worker's visit of that number") {
  take_visits("7,G01-1,W01,2026-10-01,door,mine,2026-10-01T08:00:00Z,2026-10-02,why,\n");
  const auto result =
      take(TableKind::visits,
           k_header + "8,G01-2,W02,2026-10-01,phone,better,2026-10-02T09:00:00Z,,,7\n");
  REQUIRE(result.problems.size() == 1);
  CHECK(in_english(result.problems[0].reason) == "Visit 7 on record was made by another worker.");
}

TEST_CASE_FIXTURE(MergeFixture, "visits alike but for the moment they were recorded are two") {
  const auto result = take_visits(
      "1,G01-1,W01,2026-10-01,door,,2026-10-01T08:00:00Z,,,\n"
      "2,G01-1,W01,2026-10-01,door,,2026-10-01T17:00:00Z,,,\n"
      "3,G01-1,W01,2026-10-01,door,,2026-10-01T17:00:00Z,,,\n");
  CHECK(result.added == 2);
  CHECK(result.same == 1);
}

TEST_CASE_FIXTURE(MergeFixture, "numbered visits alike without an instant never share one") {
  take(TableKind::visits,
       "visit,household,worker,day,mode\n5,G01-1,W01,2026-10-01,door\n"
       "6,G01-1,W01,2026-10-01,door\n");
  const auto records = visits();
  REQUIRE(records.size() == 2);
  CHECK(records[0].visit.recorded_at != records[1].visit.recorded_at);
}

TEST_CASE_FIXTURE(MergeFixture, "changes are what later entries added, voided or corrected") {
  take_visits(
      "1,G01-1,W01,2026-10-01,door,one,2026-10-01T08:00:00Z,,,\n"
      "2,G01-1,W01,2026-10-02,door,two,2026-10-02T08:00:00Z,,,\n");
  const auto head = store->read()->audit().head().sequence;
  CHECK(exported(*store, TableKind::visits, head).find('\n') ==
        exported(*store, TableKind::visits, head).size() - 1);
  take_visits("2,G01-1,W01,2026-10-02,door,two,2026-10-02T08:00:00Z,2026-10-03,why,\n");
  take(TableKind::households, "household,grid,phone,from\nG01-1,G01,13900000000,2026-01-01\n");
  take(TableKind::tags, "household,tag,from\nG01-2,gas,2026-03-01\n");
  const auto visits_since = exported(*store, TableKind::visits, head);
  CHECK(visits_since.find(",one,") == std::string::npos);
  CHECK(visits_since.find(",two,2,2026-10-02T08:00:00Z,2026-10-03T00:00:00Z,why,\n") !=
        std::string::npos);
  const auto households = exported(*store, TableKind::households, head);
  CHECK(households.find("G01-1,G01,") != std::string::npos);
  CHECK(households.find("G01-2,G01,") != std::string::npos);
  CHECK(exported(*store, TableKind::tags, head)
            .starts_with("household,tag,from,until,note,changed_at\n"
                         "G01-2,gas,2026-03-01,,,2026-10-05T00:00:00Z#"));
  CHECK(exported(*store, TableKind::areas, head) == "area,name,kind,parent,changed_at\n");
  CHECK(exported(*store, TableKind::workers, head) == "worker,name,phone,changed_at\n");
  CHECK(exported(*store, TableKind::assignments, head) ==
        "worker,grid,role,from,until,changed_at\n");
}
