// Rows of the register that tell when they were changed.
#include <doctest/doctest.h>

#include "unit/usecase/offices.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;

namespace {

/// What is on record was said at 2026-10-05T00:00:00Z.
struct RegisterFixture : ImportFixture {
  RegisterFixture() { take_sample(); }

  usecase::ImportResult take_workers(const std::string& rows) {
    return take(TableKind::workers, "worker,name,phone,changed_at\n" + rows);
  }
  usecase::ImportResult take_homes(const std::string& rows) {
    return take(TableKind::households, "household,grid,from,until,tags,changed_at\n" + rows);
  }
  usecase::ImportResult take_tags(const std::string& rows) {
    return take(TableKind::tags, "household,tag,from,until,note,changed_at\n" + rows);
  }
  Worker worker(const char* code) { return *store->read()->workers().find(code); }

  /// `G01 2026-01-01..2026-03-31`, … of the household's residences.
  std::string homes(const char* code) {
    const auto session = store->read();
    std::string text;
    for (const auto& lived : session->households().residences_of(household(code).id))
      text += session->areas().tree().find(lived.grid)->code + ' ' + written(lived.days) + ' ';
    return text;
  }
  std::string tag_days(const char* code) {
    std::string text;
    for (const auto& tag : tags(code)) text += written(tag.days) + ' ' + tag.note + ' ';
    return text;
  }
  static std::string written(const DayRange& days) {
    return (days.first == k_beginning ? "" : to_string(days.first)) + ".." +
           (days.last == k_forever ? "" : to_string(days.last));
  }
};

}  // namespace

TEST_CASE_FIXTURE(RegisterFixture, "of each field the value holds that was changed last") {
  const auto earlier = take_workers("W01,earlier,1,2026-10-04T23:59:59Z\n");
  CHECK(earlier.same == 1);
  CHECK(worker("W01").name == "甲某某");
  const auto mixed =
      take_workers("W01,earlier,2,2026-10-01T08:00:00Z;phone@2026-10-06T08:00:00Z\n");
  CHECK(mixed.changed == 1);
  CHECK(worker("W01").name == "甲某某");
  CHECK(worker("W01").phone == "2");
  CHECK(take_workers("W01,later,1,2026-10-06T07:59:59Z\n").changed == 1);
  CHECK(worker("W01").name == "later");
  CHECK(worker("W01").phone == "2");
}

TEST_CASE_FIXTURE(RegisterFixture, "of what was changed in one second the greater value holds") {
  for (const auto* row : {"W01,b,2,2026-10-06T08:00:00Z\n", "W01,a,3,2026-10-06T08:00:00Z\n",
                          "W01,b,2,2026-10-06T08:00:00Z\n"})
    take_workers(row);
  CHECK(worker("W01").name == "b");
  CHECK(worker("W01").phone == "3");
}

TEST_CASE_FIXTURE(RegisterFixture,
                  "what is said again later is not overtaken by what lay between") {
  const auto again = take_workers("W01,甲某某,13800138000,2026-10-09T08:00:00Z\n");
  CHECK(again.same == 1);
  CHECK(take_workers("W01,between,1,2026-10-07T08:00:00Z\n").same == 1);
  CHECK(worker("W01").name == "甲某某");
  CHECK(
      exported(*store, TableKind::workers, 5).find("W01,甲某某,13800138000,2026-10-09T08:00:00Z") !=
      std::string::npos);
}

TEST_CASE_FIXTURE(RegisterFixture, "a row that does not tell when it was changed is said now") {
  take_workers("W01,later,1,2026-10-09T08:00:00Z\n");
  CHECK(take_workers("W01,now,1,\n").changed == 1);
  CHECK(worker("W01").name == "now");
  CHECK(take_workers("W01,later,1,2026-10-09T08:00:00Z\n").same == 1);
  CHECK(worker("W01").name == "now");
}

TEST_CASE_FIXTURE(RegisterFixture, "a cell that does not tell when is a problem") {
  for (const auto* cell :
       {"yesterday", "2026-10-05", "2026-10-05T08:00:00Z;tel@2026-10-06T08:00:00Z",
        "2026-10-05T08:00:00Z;phone", "9999-01-01T00:00:00Z"}) {
    CAPTURE(cell);
    const auto result = take_workers("W01,x,1," + std::string{cell} + "\n");
    CHECK_FALSE(result.taken);
    REQUIRE(result.problems.size() == 1);
    CHECK(spoken(result.problems)
              .front()
              .starts_with("2 changed_at: This does not tell when something was changed. Write it "
                           "as export does"));
  }
}

TEST_CASE_FIXTURE(RegisterFixture, "what is edited in an export is said now, and the rest is not") {
  auto file = exported(*store, TableKind::workers);
  take_workers("W02,乙某某,9,2026-10-06T08:00:00Z\n");
  const auto edit = [&](const std::string& before, const std::string& after) {
    file.replace(file.find(before), before.size(), after);
  };
  edit("W01,甲某某,", "W01,丙某某,");
  edit("W02,乙某某,", "W02,丁某某,");
  const auto result = take(TableKind::workers, file);
  CHECK(result.changed == 2);
  CHECK(worker("W01").name == "丙某某");
  CHECK(worker("W01").phone == "13800138000");
  // The phone was changed later than the file is.
  CHECK(result.warnings.overtaken == 1);
  CHECK(worker("W02").name == "丁某某");
  CHECK(worker("W02").phone == "9");
  CHECK(take(TableKind::workers, file).changed == 0);
  edit("W01,丙某某,", "W01,戊某某,");
  CHECK(take(TableKind::workers, file).changed == 1);
  CHECK(worker("W01").name == "戊某某");
}

TEST_CASE_FIXTURE(RegisterFixture,
                  "an end and a first day are corrected by whoever says so later") {
  take_homes("G01-1,G01,2026-01-01,2026-03-31,,2026-10-06T08:00:00Z\n");
  CHECK(homes("G01-1") == "G01 2026-01-01..2026-03-31 ");
  take_homes("G01-1,G01,2026-01-01,,,2026-10-05T08:00:00Z\n");
  CHECK(homes("G01-1") == "G01 2026-01-01..2026-03-31 ");
  take_homes("G01-1,G01,2026-02-01,,,2026-10-07T08:00:00Z\n");
  CHECK(homes("G01-1") == "G01 2026-02-01.. ");
  take_homes("G01-1,G01,2026-01-01,2026-03-31,,2026-10-06T08:00:00Z\n");
  CHECK(homes("G01-1") == "G01 2026-02-01.. ");
  take_homes("G01-1,G02,2026-02-01,,,2026-10-08T08:00:00Z\n");
  CHECK(homes("G01-1") == "G02 2026-02-01.. ");
}

TEST_CASE_FIXTURE(RegisterFixture, "a move is taken in any order of its rows, and once") {
  const std::string
      left = "G01-1,G01,2026-01-01,2026-03-31,,2026-01-01T08:00:00Z;until@2026-10-06T08:00:00Z\n",
      came = "G01-1,G02,2026-04-01,,,2026-10-06T08:00:00Z\n";
  SUBCASE("as exported") {
    take_homes(left + came);
  }
  SUBCASE("the new one first") {
    take_homes(came + left);
  }
  CHECK(homes("G01-1") == "G01 2026-01-01..2026-03-31 G02 2026-04-01.. ");
  CHECK(take_homes(left + came).same == 2);
  CHECK(take_homes("G01-1,G01,2026-01-01,,,2026-10-05T08:00:00Z\n").same == 1);
  CHECK(homes("G01-1") == "G01 2026-01-01..2026-03-31 G02 2026-04-01.. ");
}

TEST_CASE_FIXTURE(RegisterFixture, "what can't both be is refused, whichever comes first") {
  CHECK(take_homes("G01-1,G02,2026-04-01,,,2026-10-06T08:00:00Z\n").taken);
  const auto other = take_homes("G01-1,G01,2026-01-01,2026-08-31,,2026-10-07T08:00:00Z\n");
  CHECK_FALSE(other.taken);
  CHECK(spoken(other.problems).front().find("lives in grid G02") != std::string::npos);
  // G01-2 still lives in G01, it was said later.
  CHECK(take_homes("G01-2,G01,,,,2026-10-08T08:00:00Z\n").taken);
  const auto moved = take_homes("G01-2,G02,2026-04-01,,,2026-10-07T08:00:00Z\n");
  CHECK_FALSE(moved.taken);
  CHECK(spoken(moved.problems).front().find("lives in grid G01") != std::string::npos);
  const auto post = take(TableKind::assignments,
                         "worker,grid,role,from,until,changed_at\n"
                         "W02,G01,responsible,2026-06-01,,2026-10-07T08:00:00Z\n");
  CHECK_FALSE(post.taken);
}

TEST_CASE_FIXTURE(RegisterFixture, "tags come together, those of a household's row where none is") {
  take_homes("G01-2,G01,,,gas;disabled@2026-02-01,2026-10-06T08:00:00Z\n");
  CHECK(tag_days("G01-2") == "..  2026-02-01..  ");
  take_tags(
      "G01-2,gas,,,note,2026-01-06T08:00:00Z\nG01-2,disabled,2026-02-01,2026-03-31,,2026-01-06T08:"
      "00:00Z\n");
  CHECK(tag_days("G01-2") == ".. note 2026-02-01..2026-03-31  ");
  take_homes("G01-2,G01,,,gas@2026-05-01;disabled@2026-03-01,2026-10-07T08:00:00Z\n");
  CHECK(tag_days("G01-2") == ".. note 2026-02-01..2026-03-31  ");
  take_tags("G01-2,gas,2026-05-01,,note,2026-01-07T08:00:00Z\n");
  CHECK(tag_days("G01-2") == "2026-02-01..2026-03-31  2026-05-01.. note ");
}

TEST_CASE_FIXTURE(RegisterFixture, "leave and patrols come in, and once") {
  const std::string leave =
      "worker,from,until,kind,changed_at\n"
      "W01,2026-10-01,2026-10-03,sick,2026-10-06T08:00:00Z\n";
  const std::string patrols =
      "grid,worker,day,half,note\nG01,W01,2026-10-01,am,n\n"
      "G01,W02,2026-10-01,下午,\nG01,W01,2026-10-01,上午,other\n";
  CHECK(take(TableKind::leave, leave).added == 1);
  CHECK(take(TableKind::leave, leave).same == 1);
  CHECK(take(TableKind::leave, "worker,from,until\nW01,2026-10-01,2026-10-04\n").changed == 1);
  CHECK(take(TableKind::leave, "worker,from,until\nW01,2026-10-02,2026-10-04\n").rejected == 1);
  CHECK(take(TableKind::leave, leave).same == 1);
  CHECK(exported(*store, TableKind::leave)
            .find("W01,2026-10-01,2026-10-04,sick,2026-10-06T08:00:00Z") != std::string::npos);
  const auto first = take(TableKind::patrols, patrols);
  CHECK(first.added == 2);
  CHECK(first.same == 1);
  CHECK(take(TableKind::patrols, patrols).same == 3);
  CHECK(exported(*store, TableKind::patrols) ==
        "grid,worker,day,half,note\nG01,W01,2026-10-01,am,n\nG01,W02,2026-10-01,pm,\n");
  for (const auto* row :
       {"G01,W01,2026-10-06,am,\n", "G01,W01,2026-10-01,noon,\n", "G01,W01,2026-10-01,,\n",
        "G09,W01,2026-10-01,am,\n", "G01,W09,2026-10-01,am,\n"})
    CHECK(take(TableKind::patrols, "grid,worker,day,half,note\n" + std::string{row}).rejected == 1);
}
