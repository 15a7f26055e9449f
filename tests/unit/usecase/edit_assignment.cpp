#include "gridvisit/usecase/edit_assignment.hpp"

#include <array>

#include <doctest/doctest.h>

#include "gridvisit/usecase/register_rules.hpp"

#include "unit/usecase/register_town.hpp"

using namespace gridvisit;
using namespace gridvisit::usecase;
using namespace gridvisit::usecase::testing;

namespace {

DayRange from(const char* first) {
  return {day(first), k_forever};
}

/// Who is responsible for the grid, by spans of days.
std::string posts(const RegisterTown& town, std::string_view grid) {
  const auto session = town.store->read();
  const std::array grids{town.area(grid)};
  std::string result;
  for (const auto& held : session->workers().assignments_on(grids)) {
    if (!result.empty()) result += "; ";
    result += session->workers().get(held.worker).code + " " + std::string{to_string(held.role)} +
              " " + spoken_days(held.days).text;
  }
  return result;
}

}  // namespace

TEST_CASE("a second responsible worker on the same days is refused and the clash named") {
  RegisterTown town;
  try {
    add_assignment(town.desk, {{"W2", "G1"}, Role::responsible, from("2026-11-01")});
    FAIL("was accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::refused);
    CHECK(std::string{error.what()} ==
          "Grid G1 has a responsible worker already: W1 Example One (always).");
    CHECK(in_english(error.hint()).find("gridvisit assign end W1 G1") != std::string::npos);
  }
  CHECK(posts(town, "G1") == "W1 responsible always");
}

TEST_CASE("an assistant may join the responsible worker") {
  RegisterTown town;
  add_assignment(town.desk, {{"W2", "G1"}, Role::assistant, from("2026-11-01")});
  CHECK(posts(town, "G1").find("W2 assistant 2026-11-01 ..") != std::string::npos);
}

TEST_CASE("a worker can't hold the same grid twice on one day in one role") {
  RegisterTown town;
  add_assignment(town.desk, {{"W1", "G1"}, Role::assistant, from("2026-11-01")});
  CHECK(error_of([&] {
          add_assignment(town.desk, {{"W1", "G1"}, Role::assistant, from("2026-12-01")});
        }) == ErrorKind::refused);
}

TEST_CASE("an assignment to an area above grids is refused") {
  RegisterTown town;
  CHECK(error_of([&] {
          add_assignment(town.desk, {{"W2", "S"}, Role::responsible, {}});
        }) == ErrorKind::refused);
}

TEST_CASE("ending an assignment frees the grid from the next day on") {
  RegisterTown town;
  end_assignment(town.desk, {"W1", "G1"}, day("2026-10-31"));
  CHECK(posts(town, "G1") == "W1 responsible .. 2026-10-31");
  CHECK(error_of([&] {
          add_assignment(town.desk, {{"W2", "G1"}, Role::responsible, from("2026-10-31")});
        }) == ErrorKind::refused);
  add_assignment(town.desk, {{"W2", "G1"}, Role::responsible, from("2026-11-01")});
  CHECK(posts(town, "G1") == "W1 responsible .. 2026-10-31; W2 responsible 2026-11-01 ..");
}

TEST_CASE("ending an assignment that does not hold on the day names the days it holds") {
  RegisterTown town;
  end_assignment(town.desk, {"W1", "G1"}, day("2026-10-31"));
  try {
    end_assignment(town.desk, {"W1", "G1"}, day("2026-12-31"));
    FAIL("was accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    CHECK(error.candidates() == std::vector<std::string>{".. 2026-10-31"});
  }
}

TEST_CASE("handing over ends the old assignment the day before the new one begins") {
  RegisterTown town;
  const auto result = hand_over(town.desk, {{"W2", "G1"}, Role::responsible, from("2026-10-16")});
  CHECK(result.gave_way.size() == 1);
  CHECK(result.resumed.empty());
  CHECK(posts(town, "G1") == "W1 responsible .. 2026-10-15; W2 responsible 2026-10-16 ..");
}

TEST_CASE("after a stand-in the worker before goes on") {
  RegisterTown town;
  hand_over(town.desk, {{"W2", "G1"}, Role::responsible, {day("2026-10-10"), day("2026-10-20")}});
  CHECK(posts(town, "G1") ==
        "W1 responsible .. 2026-10-09; W2 responsible 2026-10-10 .. 2026-10-20; "
        "W1 responsible 2026-10-21 ..");
}

TEST_CASE("an assistant who takes over stops being an assistant") {
  RegisterTown town;
  add_assignment(town.desk, {{"W2", "G1"}, Role::assistant, from("2026-09-01")});
  hand_over(town.desk, {{"W2", "G1"}, Role::responsible, from("2026-10-16")});
  CHECK(posts(town, "G1") ==
        "W1 responsible .. 2026-10-15; W2 assistant 2026-09-01 .. 2026-10-15; "
        "W2 responsible 2026-10-16 ..");
}

TEST_CASE("a hand-over that would leave nothing of an assignment is refused and changes nothing") {
  RegisterTown town;
  CHECK(error_of([&] {
          hand_over(town.desk, {{"W2", "G1"}, Role::responsible, {}});
        }) == ErrorKind::refused);
  CHECK(posts(town, "G1") == "W1 responsible always");
}

TEST_CASE("a rehearsed hand-over keeps nothing") {
  RegisterTown town;
  const auto writes = town.writes();
  hand_over(town.rehearsal, {{"W2", "G1"}, Role::responsible, from("2026-10-16")});
  CHECK(town.writes() == writes);
  CHECK(posts(town, "G1") == "W1 responsible always");
}

TEST_CASE("editing an assignment keeps one responsible worker") {
  RegisterTown town;
  add_assignment(town.desk, {{"W2", "G1"}, Role::assistant, from("2026-09-01")});
  const DayChoice today{{}, day("2026-10-05")};
  CHECK(error_of([&] {
          edit_assignment(town.desk, {"W2", "G1"}, today, {{}, Role::responsible, {}, {}});
        }) == ErrorKind::refused);
  edit_assignment(town.desk, {"W2", "G1"}, today, {{{}, day("2026-12-31")}, {}, {}, "G2"});
  CHECK(posts(town, "G2") == "W2 assistant 2026-09-01 .. 2026-12-31");
}

TEST_CASE("a worker who leaves holds no grid after the last day") {
  RegisterTown town;
  add_assignment(town.desk, {{"W1", "G2"}, Role::assistant, from("2026-09-01")});
  CHECK(end_worker(town.desk, "W1", day("2026-10-31")).size() == 2);
  CHECK(posts(town, "G1") == "W1 responsible .. 2026-10-31");
  CHECK(posts(town, "G2") == "W1 assistant 2026-09-01 .. 2026-10-31");
  CHECK(error_of([&] { end_worker(town.desk, "W1", day("2026-10-31")); }) == ErrorKind::refused);
}

TEST_CASE("a worker who leaves before an assignment begins is refused until it is given away") {
  RegisterTown town;
  add_assignment(town.desk, {{"W1", "G2"}, Role::assistant, from("2026-12-01")});
  CHECK(error_of([&] { end_worker(town.desk, "W1", day("2026-10-31")); }) == ErrorKind::refused);
  CHECK(posts(town, "G1") == "W1 responsible always");
}
