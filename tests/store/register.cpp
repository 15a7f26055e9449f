#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

template <class Records>
std::string codes_of(const Records& records) {
  std::string codes;
  for (const auto& record : records) codes += record.code + ' ';
  return codes;
}

std::string codes_of(const store::Session& session, const HouseholdFilter& filter) {
  std::vector<std::string> codes;
  session.households().each(filter, [&](const Household& household) {
    codes.push_back(household.code);
    return true;
  });
  std::ranges::sort(codes);
  std::string result;
  for (const auto& code : codes) result += code + ' ';
  return result;
}

}  // namespace

TEST_CASE("households are counted, those that moved once") {
  for_every_backend([](Store& store) {
    CHECK(store.read()->households().count() == 0);
    write(store, [](Session& session) { make_town(session); });
    CHECK(store.read()->households().count() == 3);
  });
}

TEST_CASE("an area is found by its code with all its fields") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) { make_town(session); });
    const auto session = store.read();
    const auto grid = session->areas().find("G01");
    REQUIRE(grid);
    CHECK(grid->name == "Grid 1");
    CHECK(grid->kind == "grid");
    CHECK(grid->parent == session->areas().find("S1")->id);
    CHECK_FALSE(session->areas().find("G1"));
  });
}

TEST_CASE("the tree of an area holds what is above and below it and nothing beside it") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) {
      const auto town = make_town(session);
      session.areas().add({{}, "G01A", "part of grid 1", "part", town.first_grid});
      session.areas().add({{}, "S2", "another street", "street", {}});
    });
    const auto session = store.read();
    CHECK(codes_of(session->areas().tree(session->areas().find("G01")->id).areas()) ==
          "G01 G01A S1 ");
    CHECK(codes_of(session->areas().tree().areas()) == "G01 G01A G02 S1 S2 ");
  });
}

TEST_CASE("a code that is taken is refused for every kind of record") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    CHECK_THROWS_AS(session->areas().add({{}, "G01", "again", "grid", {}}), Error);
    CHECK_THROWS_AS(session->areas().update({town.street, "G01", "again", "grid", {}}), Error);
    CHECK_THROWS_AS(session->workers().add(Worker{{}, "W01", "again", ""}), Error);
    CHECK_THROWS_AS(session->categories().add({{}, "tenant", "", "", {}}), Error);
    auto household = session->households().get(town.staying);
    CHECK_THROWS_AS(session->households().add(household), Error);
    household.code = "G02-1-1";
    CHECK_THROWS_AS(session->households().update(household), Error);
    CHECK(session->commit({"test", {}}).sequence == 2);
  });
}

TEST_CASE("a refused record leaves the session usable and the others saved") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) {
      make_town(session);
      CHECK_THROWS_AS(session.workers().add(Worker{{}, "W01", "again", ""}), Error);
      session.workers().add(Worker{{}, "W03", "Worker Three", ""});
    });
    CHECK(codes_of(store.read()->workers().all()) == "W01 W02 W03 ");
  });
}

TEST_CASE("workers are listed in natural order of their codes") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) {
      for (const auto* code : {"W10", "W9", "W1"})
        session.workers().add(Worker{{}, code, "Name", "Phone"});
    });
    CHECK(codes_of(store.read()->workers().all()) == "W1 W9 W10 ");
  });
}

TEST_CASE("a changed record reads back as it was changed") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) {
      const auto town = make_town(session);
      session.areas().update({town.first_grid, "G01", "renamed", "grid", {}});
      session.workers().update(Worker{town.first_worker, "W01", "renamed", "139"});
      auto household = session.households().get(town.staying);
      household.people = 4;
      household.address = "1 Sample Road";
      household.needs = "none";
      session.households().update(household);
    });
    const auto session = store.read();
    CHECK(session->areas().find("G01")->name == "renamed");
    CHECK_FALSE(session->areas().find("G01")->parent);
    CHECK(session->workers().find("W01")->phone == "139");
    const auto household = session->households().find("G01-1-1");
    REQUIRE(household);
    CHECK(household->people == 4);
    CHECK(household->address == "1 Sample Road");
    CHECK(household->needs == "none");
    CHECK_FALSE(session->households().find("G01-1-2")->people);
    CHECK(session->households().find_id("G01-1-1") == household->id);
    CHECK_FALSE(session->households().find_id("G01-1-9"));
    CHECK(session->households().code_of(household->id) == "G01-1-1");
    std::map<std::string, HouseholdId, std::less<>> codes;
    session->households().each_code(
        [&](HouseholdId id, std::string_view code) { codes.emplace(code, id); });
    CHECK(codes.size() == session->households().count());
    CHECK(codes.at("G01-1-1") == household->id);
  });
}

TEST_CASE("changing a record that does not exist is refused") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    CHECK_THROWS_AS(session->areas().update({{99}, "X", "", "", {}}), Error);
    CHECK_THROWS_AS(session->workers().update(Worker{{99}, "X", "", ""}), Error);
    CHECK_THROWS_AS(session->workers().update(Leave{{99}, town.first_worker, {}, ""}), Error);
    CHECK_THROWS_AS(session->households().update(Tag{{99}, town.staying, {1}, {}, ""}), Error);
  });
}

TEST_CASE("a record that names an unknown one is refused") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    CHECK_THROWS_AS(session->areas().add({{}, "G03", "", "grid", AreaId{99}}), Error);
    CHECK_THROWS_AS(session->households().add(Residence{{}, town.staying, {99}, {}}), Error);
    CHECK_THROWS_AS(session->households().add(Tag{{}, town.staying, {99}, {}, ""}), Error);
    CHECK_THROWS_AS(
        session->workers().add(Assignment{{}, {99}, town.first_grid, Role::assistant, {}}), Error);
  });
}

TEST_CASE("assignments are listed by first day with open ends and roles kept") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      const DayRange march{day("2026-03-01"), day("2026-03-31")};
      const DayRange later{day("2026-05-01"), k_forever};
      session.workers().add(
          Assignment{{}, town.first_worker, town.second_grid, Role::assistant, later});
      session.workers().add(
          Assignment{{}, town.first_worker, town.second_grid, Role::assistant, march});
    });
    const auto session = store.read();
    const auto held = session->workers().assignments_of(town.first_worker);
    REQUIRE(held.size() == 3);
    CHECK(held[0].days == DayRange{});
    CHECK(held[0].role == Role::responsible);
    CHECK(held[1].days.last == day("2026-03-31"));
    CHECK(held[2].days == DayRange{day("2026-05-01"), k_forever});
    CHECK(held[2].role == Role::assistant);
    CHECK(session->workers().all_assignments().size() == 4);
    CHECK(session->workers().assignments_on(std::vector{town.second_grid}).size() == 3);
    CHECK(session->workers().assignments_on({}).empty());
  });
}

TEST_CASE("workers assigned to grids on some days are each named once") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      session.workers().add(Assignment{{},
                                       town.second_worker,
                                       town.first_grid,
                                       Role::assistant,
                                       {day("2026-03-01"), day("2026-03-31")}});
    });
    const auto session = store.read();
    const std::vector grids{town.first_grid};
    const DayRange march{day("2026-03-31"), day("2026-04-01")};
    const DayRange april{day("2026-04-01"), day("2026-04-30")};
    CHECK(session->workers().assigned(grids, march) ==
          std::vector{town.first_worker, town.second_worker});
    CHECK(session->workers().assigned(grids, april) == std::vector{town.first_worker});
  });
}

TEST_CASE("an ended assignment and a shortened leave read back as changed") {
  for_every_backend([](Store& store) {
    Town town;
    const DayRange days{day("2026-03-02"), day("2026-03-06")};
    write(store, [&](Session& session) {
      town = make_town(session);
      auto assignment = session.workers().assignments_of(town.first_worker).front();
      assignment.days.last = day("2026-06-30");
      session.workers().update(assignment);
      const auto leave = session.workers().add(Leave{{}, town.first_worker, {}, "sick"});
      session.workers().update(Leave{leave, town.first_worker, days, "annual"});
    });
    const auto session = store.read();
    const auto assignments = session->workers().assignments_of(town.first_worker);
    CHECK(assignments.front().days.last == day("2026-06-30"));
    const auto leaves = session->workers().leaves_of(town.first_worker);
    REQUIRE(leaves.size() == 1);
    CHECK(leaves[0].days == days);
    CHECK(leaves[0].kind == "annual");
  });
}

TEST_CASE("households are chosen by where they lived and on which day") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_town(session); });
    const auto session = store.read();
    const std::vector first{town.first_grid};
    const std::vector both{town.first_grid, town.second_grid};
    const auto gap = day("2026-10-15");
    CHECK(codes_of(*session, {}) == "G01-1-1 G01-1-2 G02-1-1 ");
    CHECK(codes_of(*session, {first, {}}) == "G01-1-1 G01-1-2 ");
    CHECK(codes_of(*session, {both, {}}) == "G01-1-1 G01-1-2 G02-1-1 ");
    CHECK(codes_of(*session, {first, day("2026-10-09")}) == "G01-1-1 G01-1-2 ");
    CHECK(codes_of(*session, {first, day("2026-10-10")}) == "G01-1-1 ");
    CHECK(codes_of(*session, {{}, gap}) == "G01-1-1 G02-1-1 ");
    CHECK(codes_of(*session, {std::vector<AreaId>{}, {}}).empty());
  });
}

TEST_CASE("going through households stops when it is told to") {
  for_every_backend([](Store& store) {
    write(store, [&](Session& session) { make_town(session); });
    int seen = 0;
    store.read()->households().each({}, [&](const Household&) { return ++seen < 2; });
    CHECK(seen == 2);
  });
}

TEST_CASE("residences and tags are listed by first day and read back as changed") {
  for_every_backend([](Store& store) {
    Town town;
    const DayRange spring{day("2026-03-01"), day("2026-05-31")};
    write(store, [&](Session& session) {
      town = make_town(session);
      auto& households = session.households();
      households.add(Tag{{}, town.staying, {2}, spring, ""});
      const auto tag = households.add(Tag{{}, town.staying, {1}, spring, "kept"});
      households.update(Tag{tag, town.staying, {1}, {k_beginning, day("2026-06-01")}, "new"});
    });
    const auto session = store.read();
    const auto tags = session->households().tags_of(town.staying);
    REQUIRE(tags.size() == 2);
    CHECK(tags[0].note == "new");
    CHECK(tags[0].days == DayRange{k_beginning, day("2026-06-01")});
    CHECK(tags[1].category == CategoryId{2});
    const auto residences = session->households().residences_of(town.moved);
    REQUIRE(residences.size() == 2);
    CHECK(residences[0].grid == town.first_grid);
    CHECK(residences[1].days == DayRange{day("2026-10-20"), k_forever});
  });
}

TEST_CASE("a new store holds the built-in categories in their order") {
  for_every_backend([](Store& store) {
    const auto expected = built_in_categories();
    const auto found = store.read()->categories().all();
    REQUIRE(found.size() == expected.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
      CHECK(found[at].code == expected[at].code);
      CHECK(found[at].name_zh == expected[at].name_zh);
      CHECK(found[at].name_en == expected[at].name_en);
      CHECK(found[at].groups == expected[at].groups);
    }
  });
}

TEST_CASE("an added category and a loaded policy come after the others") {
  for_every_backend([](Store& store) {
    const StoredPolicy policy{"town", day("2026-01-01"), "text", instant("2026-01-02T00:00:00Z")};
    write(store, [&](Session& session) {
      session.categories().add({{}, "boat", "船户", "boat people", {"special", "key"}});
      session.policies().add(policy);
      session.policies().add({"newer", k_beginning, "", policy.loaded_at});
    });
    const auto session = store.read();
    CHECK(session->categories().all().back().groups == std::vector<std::string>{"special", "key"});
    const auto policies = session->policies().all();
    REQUIRE(policies.size() == 2);
    CHECK(policies[0].toml == "text");
    CHECK(policies[0].from == day("2026-01-01"));
    CHECK(policies[0].loaded_at == policy.loaded_at);
    CHECK(policies[1].from == k_beginning);
  });
}
