#include <stdexcept>

#include <doctest/doctest.h>

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;
using compliance::HouseholdFacts;
using compliance::VisitFact;

namespace {

const auto k_recorded = instant("2026-10-21T08:00:00Z");
const DayRange k_october{day("2026-10-01"), day("2026-10-31")};

/// `number:grid` of each visit, `-` for no grid.
std::string grids_of(const std::vector<VisitFact>& visits) {
  std::string text;
  for (const auto& visit : visits)
    text += std::to_string(visit.visit.value) + ':' +
            (visit.grid ? std::to_string(visit.grid.value) : "-") + ' ';
  return text;
}

std::string grids_of(const store::Session& session, HouseholdId household) {
  return grids_of(session.facts().of_household(household, {k_october, {}}).visits);
}

const HouseholdFacts& of(const compliance::GridFacts& facts, HouseholdId household) {
  for (const auto& candidate : facts.households)
    if (candidate.household == household) return candidate;
  throw std::out_of_range{"household"};
}

void visit(Session& session, HouseholdId household, WorkerId worker, const char* on) {
  session.visits().add(visit_of(household, worker, day(on)), k_recorded);
}

/// Visits 1 to 3 of the moved household, before, between and after its residences, and 4 of the
/// staying one; areas: street 1, grids 2 and 3.
Town make_visits(Session& session) {
  const auto town = make_town(session);
  visit(session, town.moved, town.first_worker, "2026-10-08");
  visit(session, town.moved, town.first_worker, "2026-10-15");
  visit(session, town.moved, town.second_worker, "2026-10-21");
  visit(session, town.staying, town.second_worker, "2026-10-08");
  return town;
}

}  // namespace

TEST_CASE("a grid's facts hold every household that ever lived there with all its visits") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_visits(session); });
    const auto session = store.read();
    const auto first = session->facts().of_grid(town.first_grid, {k_october, {}});
    CHECK(first.grid == town.first_grid);
    REQUIRE(first.households.size() == 2);
    CHECK(grids_of(of(first, town.moved).visits) == "1:2 2:- 3:3 ");
    CHECK(grids_of(of(first, town.staying).visits) == "4:2 ");
    CHECK(of(first, town.moved).residences.size() == 2);

    const auto second = session->facts().of_grid(town.second_grid, {k_october, {}});
    REQUIRE(second.households.size() == 2);
    CHECK(grids_of(of(second, town.moved).visits) == "1:2 2:- 3:3 ");
    CHECK(of(second, town.other).visits.empty());
  });
}

TEST_CASE("a visit after the only residence ended is in the facts and has no grid") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_visits(session);
      auto residence = session.households().residences_of(town.staying).front();
      residence.days.last = day("2026-10-07");
      session.households().update(residence);
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.first_grid, {k_october, {}});
    CHECK(grids_of(of(facts, town.staying).visits) == "4:- ");
  });
}

TEST_CASE("a household that moves in brings the visits made where it lived before") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_visits(session);
      auto residence = session.households().residences_of(town.staying).front();
      residence.days.last = day("2026-11-09");
      session.households().update(residence);
      const DayRange later{day("2026-11-10"), k_forever};
      session.households().add(Residence{{}, town.staying, town.second_grid, later});
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.second_grid, {k_october, {}});
    CHECK(grids_of(of(facts, town.staying).visits) == "4:2 ");
  });
}

TEST_CASE("a visit carries its household, worker, day, mode and outcome") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      auto draft = visit_of(town.staying, town.second_worker, day("2026-10-05"));
      draft.mode = Mode::video;
      draft.outcome = Outcome::refused;
      session.visits().add(draft, k_recorded);
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.first_grid, {k_october, {}});
    REQUIRE(of(facts, town.staying).visits.size() == 1);
    const auto& fact = of(facts, town.staying).visits.front();
    CHECK(fact.household == town.staying);
    CHECK(fact.worker == town.second_worker);
    CHECK(fact.day == day("2026-10-05"));
    CHECK(fact.mode == Mode::video);
    CHECK(fact.outcome == Outcome::refused);
  });
}

TEST_CASE("facts hold the visits of the days asked for only, both ends included") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      for (const auto* on : {"2026-09-30", "2026-10-31", "2026-10-01", "2026-11-01"})
        visit(session, town.staying, town.first_worker, on);
    });
    const auto session = store.read();
    const FactsRequest october{k_october, {}};
    const auto grid = session->facts().of_grid(town.first_grid, october);
    CHECK(grids_of(of(grid, town.staying).visits) == "3:2 2:2 ");
    CHECK(grids_of(session->facts().of_worker(town.first_worker, october).visits) == "3:2 2:2 ");
    CHECK(grids_of(session->facts().of_household(town.staying, october).visits) == "3:2 2:2 ");
  });
}

TEST_CASE("the roster covers every grid that one of the households lived in") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      const auto third = session.areas().add({{}, "G03", "", "grid", town.street});
      session.workers().add(Assignment{{}, town.first_worker, third, Role::assistant, {}});
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.first_grid, {k_october, {}});
    CHECK(facts.roster.assignments().size() == 2);
    CHECK(facts.roster.responsible(town.second_grid, day("2026-10-21")) == town.second_worker);
  });
}

TEST_CASE("a grid's facts hold its patrols and its households' tags") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      session.households().add(Tag{{}, town.moved, {3}, {day("2026-01-01"), k_forever}, ""});
      session.visits().add(
          Patrol{{}, town.first_grid, town.first_worker, day("2026-10-05"), HalfDay::am, ""});
      session.visits().add(
          Patrol{{}, town.first_grid, town.first_worker, day("2026-09-05"), HalfDay::am, ""});
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.first_grid, {k_october, {}});
    CHECK(facts.patrols.size() == 1);
    CHECK(of(facts, town.staying).tags.empty());
    REQUIRE(of(facts, town.moved).tags.size() == 1);
    CHECK(of(facts, town.moved).tags[0].category == CategoryId{3});
    CHECK(of(facts, town.moved).tags[0].days.first == day("2026-01-01"));
  });
}

TEST_CASE("a worker's facts hold assignments, leaves and visits wherever they were") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_visits(session);
      session.workers().add(Leave{{}, town.second_worker, k_october, "annual"});
    });
    const auto session = store.read();
    const auto facts = session->facts().of_worker(town.second_worker, {k_october, {}});
    CHECK(facts.worker == town.second_worker);
    CHECK(facts.assignments.size() == 1);
    CHECK(facts.leaves.size() == 1);
    CHECK(grids_of(facts.visits) == "4:2 3:3 ");
  });
}

TEST_CASE("a voided visit is in no facts") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_visits(session);
      session.visits().add(Void{{3}, k_recorded, "W02", "mistake"});
      session.visits().add(Void{{4}, k_recorded, "W02", "mistake"});
    });
    const auto session = store.read();
    const auto facts = session->facts().of_grid(town.first_grid, {k_october, {}});
    CHECK(grids_of(of(facts, town.moved).visits) == "1:2 2:- ");
    CHECK(of(facts, town.staying).visits.empty());
    CHECK(session->facts().of_worker(town.second_worker, {k_october, {}}).visits.empty());
  });
}

TEST_CASE("facts as known at an instant leave later visits out and later voids aside") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      auto& visits = session.visits();
      const auto draft = visit_of(town.staying, town.first_worker, day("2026-10-05"));
      visits.add(draft, instant("2026-10-05T10:00:00Z"));
      visits.add(draft, instant("2026-10-06T10:00:00Z"));
      visits.add(draft, instant("2026-10-07T00:00:00Z"));
      visits.add(Void{{1}, instant("2026-10-07T00:00:00Z"), "W01", "later"});
      visits.add(Void{{2}, instant("2026-10-06T23:59:59Z"), "W01", "in time"});
    });
    const auto session = store.read();
    const FactsRequest known{k_october, instant("2026-10-07T00:00:00Z")};
    const auto grid = session->facts().of_grid(town.first_grid, known);
    CHECK(grids_of(of(grid, town.staying).visits) == "1:2 ");
    CHECK(grids_of(session->facts().of_worker(town.first_worker, known).visits) == "1:2 ");
    CHECK(grids_of(session->facts().of_household(town.staying, known).visits) == "1:2 ");
    CHECK(grids_of(*session, town.staying) == "3:2 ");
  });
}

TEST_CASE("a visit of 31 December recorded on 2 January is not known on 31 December") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      session.visits().add(visit_of(town.staying, town.first_worker, day("2025-12-31")),
                           instant("2026-01-02T08:00:00Z"));
    });
    const DayRange year{day("2025-01-01"), day("2025-12-31")};
    const auto session = store.read();
    const auto visits = [&](std::optional<std::chrono::sys_seconds> before) {
      return session->facts().of_household(town.staying, {year, before}).visits.size();
    };
    CHECK(visits({}) == 1);
    CHECK(visits(instant("2026-01-01T00:00:00Z")) == 0);
    CHECK(visits(instant("2026-01-03T00:00:00Z")) == 1);
  });
}

TEST_CASE("a household's visits fall to other grids when its residences change") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_visits(*session);
    CHECK(grids_of(*session, town.moved) == "1:2 2:- 3:3 ");
    auto residences = session->households().residences_of(town.moved);
    residences[0].days.last = day("2026-10-15");
    session->households().update(residences[0]);
    CHECK(grids_of(*session, town.moved) == "1:2 2:2 3:3 ");
    residences[1].days.last = day("2026-10-20");
    session->households().update(residences[1]);
    CHECK(grids_of(*session, town.moved) == "1:2 2:2 3:- ");
    const DayRange later{day("2026-10-21"), k_forever};
    session->households().add(Residence{{}, town.moved, town.first_grid, later});
    CHECK(grids_of(*session, town.moved) == "1:2 2:2 3:2 ");

    VisitFilter filter;
    filter.grids = {{town.second_grid}};
    session->visits().each(filter, [](const VisitRecord&) {
      FAIL("no visit was made in the second grid");
      return false;
    });
  });
}

TEST_CASE("a residence given to another household takes its visits along for both") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_visits(*session);
    auto residence = session->households().residences_of(town.moved).front();
    residence.household = town.other;
    session->households().update(residence);
    CHECK(grids_of(*session, town.moved) == "1:- 2:- 3:3 ");
  });
}
