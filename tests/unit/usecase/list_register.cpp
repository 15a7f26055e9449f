#include "gridvisit/usecase/list_register.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/register_town.hpp"

using namespace gridvisit;
using namespace gridvisit::usecase;
using namespace gridvisit::usecase::testing;
using report::Shown;

namespace {

/// Also has household H10 in G2 since June with a tag until August, and W2 on G2 from November.
struct LargerTown : RegisterTown {
  RegisterFilter filter;

  LargerTown() {
    add_household(desk, {"H10", "G2", {}, {day("2026-06-01"), k_forever}, {}});
    add_household(desk, {"H2", "G2", {}, {{}, day("2026-07-31")}, {}});
    add_tag(desk, {"H10", "low-income"}, {{}, day("2026-08-31")}, "note");
    add_assignment(desk, {{"W2", "G2"}, Role::responsible, {day("2026-11-01"), k_forever}});
    filter.shown = {Shown::Which::on_day, day("2026-10-05")};
  }

  std::string households() const {
    std::string codes;
    for (const auto& line : household_lines(*store->read(), filter))
      codes += line.household.code + " ";
    return codes;
  }
};

}  // namespace

TEST_CASE("areas are listed as a tree with who is responsible and how many households") {
  LargerTown town;
  const auto lines = area_lines(*town.store->read(), town.filter);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].area.code == "S");
  CHECK(lines[0].depth == 0);
  CHECK_FALSE(lines[0].households);
  CHECK(lines[1].area.code == "G1");
  CHECK(lines[1].depth == 1);
  CHECK(lines[1].parent == "S");
  CHECK(lines[1].worker == "W1");
  CHECK(lines[2].worker == "");
  CHECK(lines[2].households == 1);
}

TEST_CASE("households are listed by day and area and worker in natural order") {
  LargerTown town;
  CHECK(town.households() == "H1 H10 ");
  town.filter.shown.day = day("2026-07-01");
  CHECK(town.households() == "H1 H2 H10 ");
  town.filter.area = "G2";
  CHECK(town.households() == "H2 H10 ");
  town.filter.area.reset();
  town.filter.worker = "W1";
  CHECK(town.households() == "H1 ");
  town.filter.worker = "W2";
  CHECK(town.households() == "");
}

TEST_CASE("households are listed by a tag or a group of tags that holds on the day") {
  LargerTown town;
  town.filter.shown.day = day("2026-08-31");
  for (const auto* tag : {"low-income", "special", "hardship"}) {
    town.filter.tag = tag;
    CHECK(town.households() == "H10 ");
  }
  town.filter.tag = "key";
  CHECK(town.households() == "");
  town.filter.tag = "special";
  town.filter.shown.day = day("2026-09-01");
  CHECK(town.households() == "");
  town.filter.tag = "spezial";
  CHECK(error_of([&] { town.households(); }) == ErrorKind::not_found);
}

TEST_CASE("assignments are listed that are not over and on request all or those of a day") {
  LargerTown town;
  end_assignment(town.desk, {"W1", "G1"}, day("2026-09-30"));
  const auto count = [&](Shown::Which which) {
    town.filter.shown.which = which;
    return assignment_lines(*town.store->read(), town.filter).size();
  };
  CHECK(count(Shown::Which::on_day) == 0);
  CHECK(count(Shown::Which::not_over) == 1);
  CHECK(count(Shown::Which::all) == 2);
}

TEST_CASE("tags are listed with their category's name in the reader's language") {
  LargerTown town;
  town.filter.shown.which = Shown::Which::all;
  town.filter.language = l10n::Language::zh;
  const auto lines = tag_lines(*town.store->read(), town.filter);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().household == "H10");
  CHECK(lines.front().label == "低保");
  town.filter.shown.which = Shown::Which::not_over;
  CHECK(tag_lines(*town.store->read(), town.filter).empty());
}

TEST_CASE("a household's record has its history and where it lives today") {
  LargerTown town;
  move_household(town.desk, "H1", "G2", day("2026-09-01"));
  move_household(town.desk, "H1", "G1", day("2026-12-01"));
  const auto record = household_record(*town.store->read(), "H1", day("2026-10-05"), {});
  CHECK(record.household.grid == "G2");
  CHECK(record.residences.size() == 3);
}

TEST_CASE("a worker's record has the grids of today and every assignment and leave") {
  LargerTown town;
  add_leave(town.desk, "W2", {day("2026-11-02"), day("2026-11-03")}, "course");
  const auto record = worker_record(*town.store->read(), "W2", day("2026-10-05"));
  CHECK(record.worker.grids.empty());
  CHECK(record.assignments.size() == 1);
  CHECK(record.leaves.size() == 1);
}

TEST_CASE("personal data in lists is masked unless it is to be shown") {
  LargerTown town;
  HouseholdFields fields;
  fields.name = "张某某";
  fields.phone = "13800008000";
  fields.needs = "wheelchair";
  edit_household(town.desk, "H1", fields, {});
  const auto lines = household_lines(*town.store->read(), town.filter);
  const auto row = [&](report::PersonalData data) {
    return report::household_list(lines, town.filter.shown, data).data.rows.front();
  };
  const auto masked = row(report::PersonalData::masked);
  CHECK(std::get<std::string>(masked[6]) == "张*");
  CHECK(std::get<std::string>(masked[7]) == "138****8000");
  CHECK(std::get<std::string>(masked[11]) == "*");
  const auto shown = row(report::PersonalData::shown);
  CHECK(std::get<std::string>(shown[6]) == "张某某");
  CHECK(std::get<std::string>(shown[7]) == "13800008000");
  CHECK(std::get<std::string>(shown[11]) == "wheelchair");
}
