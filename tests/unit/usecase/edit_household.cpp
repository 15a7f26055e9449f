#include "gridvisit/usecase/edit_household.hpp"

#include <doctest/doctest.h>

#include "gridvisit/usecase/register_rules.hpp"

#include "unit/usecase/register_town.hpp"

using namespace gridvisit;
using namespace gridvisit::usecase;
using namespace gridvisit::usecase::testing;

namespace {

const DayChoice k_today{{}, day("2026-10-05")};

std::string homes(const RegisterTown& town, std::string_view household) {
  const auto session = town.store->read();
  std::string result;
  for (const auto& home : session->households().residences_of(town.household(household))) {
    if (!result.empty()) result += "; ";
    result += session->areas().tree().find(home.grid)->code + " " + spoken_days(home.days).text;
  }
  return result;
}

HouseholdFields people(const char* number) {
  HouseholdFields fields;
  fields.people = number;
  return fields;
}

}  // namespace

TEST_CASE("a new household lives in its grid and has its tags on the same days") {
  RegisterTown town;
  HouseholdFields fields;
  fields.building = "3";
  fields.name = " 张某某 ";
  fields.people = "4";
  fields.needs = "line one\nline two";
  add_household(town.desk,
                {"H2", "G2", fields, {day("2026-03-01"), k_forever}, {"disabled", "gas"}});
  const auto session = town.store->read();
  const auto household = session->households().find("H2");
  REQUIRE(household);
  CHECK(household->building == "3");
  CHECK(household->name == "张某某");
  CHECK(household->people == 4);
  CHECK(household->needs == "line one\nline two");
  CHECK(homes(town, "H2") == "G2 2026-03-01 ..");
  const auto tags = session->households().tags_of(household->id);
  REQUIRE(tags.size() == 2);
  CHECK(tags.front().days == DayRange{day("2026-03-01"), k_forever});
}

TEST_CASE("a household is refused whose code is taken or whose number of people is none") {
  RegisterTown town;
  const auto add = [&](const char* code, const HouseholdFields& fields) {
    return error_of([&] { add_household(town.desk, {code, "G1", fields, {}, {}}); });
  };
  CHECK(add("H1", {}) == ErrorKind::refused);
  CHECK(add("H;2", {}) == ErrorKind::refused);
  CHECK(add("H2", people("-1")) == ErrorKind::refused);
  CHECK(add("H2", people("two")) == ErrorKind::refused);
  CHECK_FALSE(add("H2", people("0")));
}

TEST_CASE("an unknown tag or grid of a new household leaves no household behind") {
  RegisterTown town;
  CHECK(error_of([&] {
          add_household(town.desk, {"H2", "G1", {}, {}, {"disable"}});
        }) == ErrorKind::not_found);
  CHECK(error_of([&] {
          add_household(town.desk, {"H2", "G9", {}, {}, {}});
        }) == ErrorKind::not_found);
  CHECK(error_of([&] { add_household(town.desk, {"H2", "S", {}, {}, {}}); }) == ErrorKind::refused);
  CHECK_FALSE(town.store->read()->households().find("H2"));
}

TEST_CASE("editing a household changes the fields named and an empty text clears one") {
  RegisterTown town;
  HouseholdFields fields;
  fields.name = "Sample";
  fields.people = "3";
  edit_household(town.desk, "H1", fields, {});
  edit_household(town.desk, "H1", people(""), {});
  const auto household = town.store->read()->households().find("H1");
  CHECK(household->name == "Sample");
  CHECK_FALSE(household->people);
  CHECK(homes(town, "H1") == "G1 always");
}

TEST_CASE("moving a household ends its residence the day before and begins another") {
  RegisterTown town;
  move_household(town.desk, "H1", "G2", day("2026-10-10"));
  CHECK(homes(town, "H1") == "G1 .. 2026-10-09; G2 2026-10-10 ..");
}

TEST_CASE("visits that moving out leaves without a grid are counted") {
  RegisterTown town;
  const auto visit = [&](const char* on) {
    const auto session = town.store->write(town.author);
    VisitDraft draft;
    draft.household = town.household("H1");
    draft.worker = town.worker("W1");
    draft.day = day(on);
    session->visits().add(draft, town.author.at);
    session->commit({"add", "H1"});
  };
  for (const auto* on : {"2026-09-30", "2026-10-01", "2026-10-02", "2026-10-04"}) visit(on);
  move_household(town.desk, "H1", "G2", day("2026-10-04"));
  CHECK(end_household(town.rehearsal, "H1", day("2026-09-30")).later_visits == 2);
  CHECK(end_household(town.desk, "H1", day("2026-10-03")).later_visits == 0);
}

TEST_CASE("a household moves within the days that it was known to stay") {
  RegisterTown town;
  end_household(town.desk, "H1", day("2026-12-31"));
  move_household(town.desk, "H1", "G2", day("2026-10-10"));
  CHECK(homes(town, "H1") == "G1 .. 2026-10-09; G2 2026-10-10 .. 2026-12-31");
}

TEST_CASE("a household that moved out can move in again") {
  RegisterTown town;
  end_household(town.desk, "H1", day("2026-09-30"));
  move_household(town.desk, "H1", "G1", day("2026-10-10"));
  CHECK(homes(town, "H1") == "G1 .. 2026-09-30; G1 2026-10-10 ..");
}

TEST_CASE("a move to the same grid or on the first day of a residence is refused") {
  RegisterTown town;
  CHECK(error_of([&] { move_household(town.desk, "H1", "G1", day("2026-10-10")); }) ==
        ErrorKind::refused);
  move_household(town.desk, "H1", "G2", day("2026-10-10"));
  CHECK(error_of([&] { move_household(town.desk, "H1", "G1", day("2026-10-10")); }) ==
        ErrorKind::refused);
}

TEST_CASE("residences of a household never overlap") {
  RegisterTown town;
  move_household(town.desk, "H1", "G2", day("2026-10-10"));
  const ResidenceEdit longer{{day("2026-10-01"), k_today.today}, {{}, day("2026-10-10")}, {}};
  CHECK(error_of([&] { edit_household(town.desk, "H1", {}, longer); }) == ErrorKind::refused);
  const ResidenceEdit shorter{{day("2026-10-01"), k_today.today}, {{}, day("2026-10-05")}, {}};
  edit_household(town.desk, "H1", {}, shorter);
  CHECK(homes(town, "H1") == "G1 .. 2026-10-05; G2 2026-10-10 ..");
  CHECK(error_of([&] { move_household(town.desk, "H1", "G2", day("2026-10-07")); }) ==
        ErrorKind::refused);
}

TEST_CASE("the wrong grid of a residence can be corrected") {
  RegisterTown town;
  edit_household(town.desk, "H1", {}, {k_today, {}, "G2"});
  CHECK(homes(town, "H1") == "G2 always");
}

TEST_CASE("a residence can't end before it begins") {
  RegisterTown town;
  move_household(town.desk, "H1", "G2", day("2026-10-10"));
  const ResidenceEdit turned{
      {day("2026-10-20"), k_today.today}, {day("2026-10-20"), day("2026-10-19")}, {}};
  CHECK(error_of([&] { edit_household(town.desk, "H1", {}, turned); }) == ErrorKind::refused);
}

TEST_CASE("rehearsed changes of a household keep nothing") {
  RegisterTown town;
  const auto writes = town.writes();
  add_household(town.rehearsal, {"H2", "G1", {}, {}, {}});
  edit_household(town.rehearsal, "H1", people("3"), {});
  move_household(town.rehearsal, "H1", "G2", day("2026-10-10"));
  end_household(town.rehearsal, "H1", day("2026-10-10"));
  CHECK(town.writes() == writes);
  CHECK(homes(town, "H1") == "G1 always");
  CHECK_FALSE(town.store->read()->households().find("H1")->people);
}
