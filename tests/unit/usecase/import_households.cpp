#include <doctest/doctest.h>

#include "unit/usecase/import_fixture.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;

namespace {

DayRange days(const char* first, const char* last) {
  return {*first ? day(first) : k_beginning, *last ? day(last) : k_forever};
}

}  // namespace

TEST_CASE_FIXTURE(ImportFixture, "a tag without a day has the days of the residence") {
  take_sample();
  REQUIRE(tags("G01-1").size() == 1);
  CHECK(tags("G01-1")[0].days == days("2026-01-01", ""));
}

TEST_CASE_FIXTURE(ImportFixture, "tags in a row have days of their own and Chinese names") {
  take_sample();
  const auto result = take(TableKind::households,
                           "household,grid,tags\n"
                           "G01-2,G01,独居老人@2026-03-01;low-income@2026-03-01..2026-08-31\n");
  CHECK(spoken(result.problems).empty());
  REQUIRE(tags("G01-2").size() == 2);
  CHECK(tags("G01-2")[1].days == days("2026-03-01", "2026-08-31"));
}

TEST_CASE_FIXTURE(ImportFixture,
                  "a tag list that can't be read or names an unknown tag is a problem") {
  take_sample();
  const auto result = take(TableKind::households,
                           "household,grid,tags\nA,G01,gas@2026-13-01\nB,G01,gaz\nC,G01,gas;gas\n");
  CHECK(
      spoken(result.problems) ==
      std::vector<std::string>{
          "2 tags: The tags can't be read. Write them like "
          "gas;low-income@2026-03-01;disabled@2026-03-01..2026-08-31.",
          "3 tags: There is no category gaz. Did you mean gas?",
          "4 tags: The tag gas is there twice from the same day. Leave one of them out, or correct "
          "their days."});
}

TEST_CASE_FIXTURE(ImportFixture, "another grid ends the residence the day before and starts one") {
  take_sample();
  CHECK(take(TableKind::households, "household,grid,from\nG01-1,G02,2026-06-01\n").changed == 1);
  CHECK(take(TableKind::households, "household,grid\nG01-2,G02\n").changed == 1);
  REQUIRE(residences("G01-1").size() == 2);
  CHECK(residences("G01-1")[0].days == days("2026-01-01", "2026-05-31"));
  CHECK(residences("G01-1")[1].days == days("2026-06-01", ""));
  REQUIRE(residences("G01-2").size() == 2);
  CHECK(residences("G01-2")[1].days == days("2026-10-05", ""));
}

TEST_CASE_FIXTURE(ImportFixture, "residences may come in any order and moving out sets the end") {
  take_sample();
  const std::string moves =
      "household,grid,from,until\nH,G02,2026-06-01,\nH,G01,,2026-05-31\n"
      "G01-1,G01,2026-01-01,2026-07-31\n";
  const auto result = take(TableKind::households, moves);
  CHECK(spoken(result.problems).empty());
  REQUIRE(residences("H").size() == 2);
  CHECK(residences("H")[0].days == days("", "2026-05-31"));
  CHECK(residences("G01-1")[0].days == days("2026-01-01", "2026-07-31"));
  CHECK(take(TableKind::households, moves).same == 3);
}

TEST_CASE_FIXTURE(ImportFixture, "residences that overlap are a problem that names the grid") {
  take_sample();
  const auto result =
      take(TableKind::households, "household,grid,from,until\nG01-1,G02,2025-06-01,2026-02-01\n");
  REQUIRE(result.rejected == 1);
  CHECK(in_english(result.problems[0].reason) ==
        "The household lives in grid G01 on some of those days: 2026-01-01 ...");
}

TEST_CASE_FIXTURE(ImportFixture, "households need a grid that is a leaf and known") {
  take_sample();
  const auto result = take(TableKind::households, "household,grid\nA,C1\nB,G03\nC,\n");
  CHECK(result.rejected == 3);
  REQUIRE(result.problems.size() == 3);
  CHECK(in_english(result.problems[0].reason) == "C1 is not a grid: it has areas below it.");
  CHECK(in_english(result.problems[1].mend) == "Did you mean G01, G02?");
}

TEST_CASE_FIXTURE(ImportFixture, "phones and ids and leading zeros stay as they are written") {
  take_sample();
  take(TableKind::households,
       "household,grid,phone,room,situation,people\nH,G01,'+8613800138000,00123,110101199003071234,"
       "4\n");
  const auto household = this->household("H");
  CHECK(household.phone == "+8613800138000");
  CHECK(household.room == "00123");
  CHECK(household.situation == "110101199003071234");
  CHECK(household.people == 4);
}

TEST_CASE_FIXTURE(ImportFixture, "an empty cell empties its field and a missing column does not") {
  take_sample();
  take(TableKind::households, "household,grid,phone,people\nG01-1,G01,123,4\n");
  take(TableKind::households, "household,grid,people\nG01-1,G01,\n");
  CHECK(household("G01-1").phone == "123");
  CHECK_FALSE(household("G01-1").people);
}

TEST_CASE_FIXTURE(ImportFixture, "tags of the tag table are added and ended and annotated") {
  take_sample();
  const std::string file =
      "household,tag,from,until,note\nG01-1,gas,2026-01-01,2026-09-30,moved to induction\n"
      "G01-2,disabled,,,\n";
  const auto result = take(TableKind::tags, file);
  CHECK(spoken(result.problems).empty());
  CHECK(tags("G01-1")[0].days == days("2026-01-01", "2026-09-30"));
  CHECK(tags("G01-1")[0].note == "moved to induction");
  CHECK(tags("G01-2")[0].days == DayRange{});
  CHECK(take(TableKind::tags, file).same == 2);
}

TEST_CASE_FIXTURE(ImportFixture, "a tag row without a first day never touches a tag that has one") {
  take_sample();
  take(TableKind::tags, "household,tag,from\nG01-2,gas,2026-05-01\n");
  take(TableKind::tags, "household,tag,from,until\nG01-2,gas,,2026-03-31\n");
  std::vector<DayRange> gas;
  for (const auto& tag : tags("G01-2"))
    if (tag.days != DayRange{}) gas.push_back(tag.days);
  REQUIRE(gas.size() == 2);
  CHECK(gas[0] == DayRange{k_beginning, *parse_iso_day("2026-03-31")});
  CHECK(gas[1] == DayRange{*parse_iso_day("2026-05-01"), k_forever});
}
