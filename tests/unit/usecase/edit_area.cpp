#include "gridvisit/usecase/edit_area.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/register_town.hpp"

using namespace gridvisit;
using namespace gridvisit::usecase;
using namespace gridvisit::usecase::testing;

TEST_CASE("a new area is on record with the English word for its kind") {
  RegisterTown town;
  add_area(town.desk, "C1", {"North", "社区", "S"});
  const auto area = town.store->read()->areas().find("C1");
  REQUIRE(area);
  CHECK(area->name == "North");
  CHECK(area->kind == "community");
  CHECK(area->parent == town.area("S"));
}

TEST_CASE("an area below an unknown one is not found and the nearest code is named") {
  RegisterTown town;
  try {
    add_area(town.desk, "G3", {"Grid three", {}, "G"});
    FAIL("was accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    CHECK_FALSE(error.candidates().empty());
  }
  CHECK_FALSE(town.store->read()->areas().find("G3"));
}

TEST_CASE("an area is refused whose code is taken or invalid or whose name is missing") {
  RegisterTown town;
  const auto add = [&](const char* code, const AreaFields& fields) {
    return error_of([&] { add_area(town.desk, code, fields); });
  };
  CHECK(add("G1", {"again", {}, {}}) == ErrorKind::refused);
  CHECK(add("G 3", {"spaces", {}, {}}) == ErrorKind::refused);
  CHECK(add("-G3", {"a dash", {}, {}}) == ErrorKind::refused);
  CHECK(add("G3", {{}, {}, {}}) == ErrorKind::refused);
  CHECK(add("G3", {" ", {}, {}}) == ErrorKind::refused);
  CHECK(add("G3", {"\x1b[31mred", {}, {}}) == ErrorKind::refused);
  CHECK(add("G3", {"\u202eturned", {}, {}}) == ErrorKind::refused);
  CHECK(add("G3", {"\xff", {}, {}}) == ErrorKind::refused);
  CHECK_FALSE(add("G3", {"good", {}, {}}));
}

TEST_CASE("no area can be placed below a grid that holds a household or a worker") {
  RegisterTown town;
  add_area(town.desk, "G3", {"empty", {}, "S"});
  const auto below = [&](const char* parent) {
    return error_of([&] { add_area(town.rehearsal, "part", {"part", "part", parent}); });
  };
  CHECK(below("G1") == ErrorKind::refused);
  CHECK_FALSE(below("G2"));
  add_assignment(town.desk, {{"W2", "G2"}, Role::assistant, {}});
  CHECK(below("G2") == ErrorKind::refused);
  CHECK_FALSE(below("G3"));
  record_patrol(town.desk, {"W1", "G3", day("2026-10-05"), HalfDay::am, {}}, day("2026-10-05"));
  CHECK(below("G3") == ErrorKind::refused);
}

TEST_CASE("an area can't be moved below itself or below what lies in it") {
  RegisterTown town;
  add_area(town.desk, "G3", {"empty", {}, "S"});
  const auto move = [&](const char* code, const char* parent) {
    return error_of([&] { edit_area(town.desk, code, {{}, {}, parent}); });
  };
  CHECK(move("S", "S") == ErrorKind::refused);
  CHECK(move("S", "G3") == ErrorKind::refused);
  CHECK_FALSE(move("G2", "G3"));
}

TEST_CASE("editing an area changes the fields named and no other") {
  RegisterTown town;
  edit_area(town.desk, "G2", {"New name", {}, {}});
  auto area = town.store->read()->areas().find("G2");
  CHECK(area->name == "New name");
  CHECK(area->kind == "grid");
  CHECK(area->parent == town.area("S"));
  edit_area(town.desk, "G2", {{}, {}, ""});
  area = town.store->read()->areas().find("G2");
  CHECK(area->name == "New name");
  CHECK_FALSE(area->parent);
}

TEST_CASE("a rehearsal of a change keeps nothing") {
  RegisterTown town;
  const auto writes = town.writes();
  CHECK(add_area(town.rehearsal, "G3", {"three", {}, "S"}).name == "three");
  CHECK(edit_area(town.rehearsal, "G2", {"other", {}, {}}).name == "other");
  CHECK(town.writes() == writes);
  CHECK_FALSE(town.store->read()->areas().find("G3"));
  CHECK(town.store->read()->areas().find("G2")->name == "Grid two");
}
