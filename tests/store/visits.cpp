#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

const auto k_visits_recorded = instant("2026-10-20T08:00:00Z");

std::string numbers_of(const store::Session& session, const VisitFilter& filter) {
  std::string numbers;
  session.visits().each(filter, [&](const VisitRecord& record) {
    numbers += std::to_string(record.visit.id.value) + ' ';
    return true;
  });
  return numbers;
}

/// Visits 1 to 6: of the staying household on the 7th at 10:00 and 09:00 and without a time, of
/// the moved one on the 8th (first grid), the 15th (no grid) and the 21st (second grid).
Town make_numbered_visits(Session& session) {
  const auto town = make_town(session);
  const auto add = [&](HouseholdId household, const char* on, std::optional<TimeOfDay> time) {
    auto draft = visit_of(household, town.first_worker, day(on));
    draft.time = time;
    session.visits().add(draft, k_visits_recorded);
  };
  add(town.staying, "2026-10-07", TimeOfDay{600});
  add(town.staying, "2026-10-07", TimeOfDay{540});
  add(town.staying, "2026-10-07", std::nullopt);
  add(town.moved, "2026-10-08", std::nullopt);
  add(town.moved, "2026-10-15", std::nullopt);
  add(town.moved, "2026-10-21", std::nullopt);
  return town;
}

VisitFilter in_order(VisitOrder order) {
  VisitFilter filter;
  filter.order = order;
  return filter;
}

}  // namespace

TEST_CASE("visits are counted, voided ones too") {
  for_every_backend([](Store& store) {
    CHECK(store.read()->visits().count() == 0);
    write(store, [](Session& session) {
      make_numbered_visits(session);
      session.visits().add(Void{{2}, k_visits_recorded, "W01", "twice"});
    });
    CHECK(store.read()->visits().count() == 6);
  });
}

TEST_CASE("a visit reads back word for word") {
  for_every_backend([](Store& store) {
    VisitDraft draft;
    VisitId id;
    write(store, [&](Session& session) {
      const auto town = make_town(session);
      draft = visit_of(town.staying, town.second_worker, day("2026-10-05"));
      draft.time = TimeOfDay{575};
      draft.mode = Mode::message;
      draft.outcome = Outcome::vacant;
      draft.note = "'; DROP TABLE visit; -- 血压\n偏高";
      id = session.visits().add(draft, k_visits_recorded);
    });
    const auto record = store.read()->visits().find(id);
    REQUIRE(record);
    const auto& said = record->visit.said;
    CHECK(record->visit.id == id);
    CHECK(said.household == draft.household);
    CHECK(said.worker == draft.worker);
    CHECK(said.day == draft.day);
    CHECK(said.time == draft.time);
    CHECK(said.mode == draft.mode);
    CHECK(said.outcome == draft.outcome);
    CHECK(said.note == draft.note);
    CHECK_FALSE(said.replaces);
    CHECK(record->visit.recorded_at == k_visits_recorded);
    CHECK_FALSE(record->voided);
    CHECK_FALSE(record->replaced_by);
    CHECK_FALSE(store.read()->visits().find({99}));
  });
}

TEST_CASE("every mode and outcome reads back as itself") {
  for_every_backend([](Store& store) {
    write(store, [&](Session& session) {
      const auto town = make_town(session);
      for (const auto mode : k_modes) {
        for (const auto outcome : k_outcomes) {
          auto draft = visit_of(town.staying, town.first_worker, day("2026-10-05"));
          draft.mode = mode;
          draft.outcome = outcome;
          const auto id = session.visits().add(draft, k_visits_recorded);
          CHECK(session.visits().find(id)->visit.said.mode == mode);
          CHECK(session.visits().find(id)->visit.said.outcome == outcome);
        }
      }
    });
  });
}

TEST_CASE("visits are numbered on from the highest number") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_numbered_visits(*session);
    const auto draft = visit_of(town.staying, town.first_worker, day("2026-10-09"));
    session->visits().add(Visit{{1'000'000'007}, draft, k_visits_recorded});
    CHECK(session->visits().add(draft, k_visits_recorded) == VisitId{1'000'000'008});
  });
}

TEST_CASE("a visit number that is taken is refused and the visit stays as it was") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_numbered_visits(*session);
    auto draft = visit_of(town.other, town.second_worker, day("2026-10-09"));
    draft.note = "another";
    CHECK_THROWS_AS(session->visits().add(Visit{{1}, draft, k_visits_recorded}), Error);
    CHECK_THROWS_AS(session->visits().add(Visit{{0}, draft, k_visits_recorded}), Error);
    const auto record = session->visits().find({1});
    REQUIRE(record);
    CHECK(record->visit.said.household == town.staying);
    CHECK(record->visit.said.note.empty());
  });
}

TEST_CASE("a visit of an unknown household or worker is refused") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    const auto on = day("2026-10-05");
    CHECK_THROWS_AS(session->visits().add(visit_of({99}, town.first_worker, on), k_visits_recorded),
                    Error);
    CHECK_THROWS_AS(session->visits().add(visit_of(town.staying, {99}, on), k_visits_recorded),
                    Error);
    CHECK_FALSE(session->visits().find({1}));
  });
}

TEST_CASE("a void stays with its visit and can be given once") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    make_numbered_visits(*session);
    session->visits().add(Void{{2}, instant("2026-10-21T09:00:00Z"), "W01", "wrong door"});
    const auto record = session->visits().find({2});
    REQUIRE(record);
    REQUIRE(record->voided);
    CHECK(record->voided->at == instant("2026-10-21T09:00:00Z"));
    CHECK(record->voided->by == "W01");
    CHECK(record->voided->reason == "wrong door");
    CHECK_THROWS_AS(session->visits().add(Void{{2}, k_visits_recorded, "W02", "again"}), Error);
    CHECK_THROWS_AS(session->visits().add(Void{{99}, k_visits_recorded, "W02", "unknown"}), Error);
    CHECK_THROWS_AS(session->visits().add(Void{{3}, k_visits_recorded, "W02", ""}), Error);
    CHECK(session->visits().find({2})->voided->by == "W01");
  });
}

TEST_CASE("a correction names the visit it replaces and that visit names the correction") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_numbered_visits(*session);
    session->visits().add(Void{{4}, k_visits_recorded, "W01", "by phone"});
    auto draft = visit_of(town.moved, town.first_worker, day("2026-10-08"));
    draft.mode = Mode::phone;
    draft.replaces = VisitId{4};
    const auto correction = session->visits().add(draft, k_visits_recorded);
    CHECK(session->visits().find({4})->replaced_by == correction);
    CHECK(session->visits().find(correction)->visit.said.replaces == VisitId{4});
    draft.replaces = VisitId{99};
    CHECK_THROWS_AS(session->visits().add(draft, k_visits_recorded), Error);
  });
}

TEST_CASE("a household was visited on the day of any of its visits also if they are void") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    const auto visited = day("2026-10-05");
    CHECK_FALSE(session->visits().any_on(town.staying, visited));
    const auto id = session->visits().add(visit_of(town.staying, town.first_worker, visited),
                                          k_visits_recorded);
    CHECK(session->visits().any_on(town.staying, visited));
    session->visits().add(Void{id, k_visits_recorded, "W01", "mistake"});
    CHECK(session->visits().any_on(town.staying, visited));
    CHECK_FALSE(session->visits().any_on(town.staying, visited + std::chrono::days{1}));
    CHECK_FALSE(session->visits().any_on(town.other, visited));
  });
}

TEST_CASE("visits come in the order asked for and a visit without a time first of its day") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) { make_numbered_visits(session); });
    const auto session = store.read();
    CHECK(numbers_of(*session, in_order(VisitOrder::oldest_first)) == "3 2 1 4 5 6 ");
    CHECK(numbers_of(*session, in_order(VisitOrder::newest_first)) == "6 5 4 1 2 3 ");
    CHECK(numbers_of(*session, in_order(VisitOrder::number)) == "1 2 3 4 5 6 ");
    CHECK(numbers_of(*session, in_order(VisitOrder::last_recorded)) == "6 5 4 3 2 1 ");
  });
}

TEST_CASE("each filter narrows the visits and a void hides its visit unless asked for") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_numbered_visits(session);
      session.visits().add(visit_of(town.staying, town.second_worker, day("2026-10-06")),
                           k_visits_recorded);
      session.visits().add(Void{{2}, k_visits_recorded, "W01", "mistake"});
    });
    const auto session = store.read();
    const auto numbers = [&](auto narrow) {
      auto filter = in_order(VisitOrder::number);
      narrow(filter);
      return numbers_of(*session, filter);
    };
    CHECK(numbers([](VisitFilter&) {}) == "1 3 4 5 6 7 ");
    CHECK(numbers([](VisitFilter& filter) { filter.voided_too = true; }) == "1 2 3 4 5 6 7 ");
    CHECK(numbers([&](VisitFilter& filter) { filter.household = town.moved; }) == "4 5 6 ");
    CHECK(numbers([&](VisitFilter& filter) { filter.worker = town.second_worker; }) == "7 ");
    CHECK(numbers([&](VisitFilter& filter) { filter.grids = {{town.first_grid}}; }) == "1 3 4 7 ");
    CHECK(numbers([&](VisitFilter& filter) { filter.grids = {{town.second_grid}}; }) == "6 ");
    CHECK(numbers([](VisitFilter& filter) { filter.grids.emplace(); }).empty());
    CHECK(numbers([](VisitFilter& filter) {
            filter.days = {day("2026-10-08"), day("2026-10-15")};
          }) == "4 5 ");
    CHECK(numbers([&](VisitFilter& filter) {
            filter.household = town.staying;
            filter.worker = town.first_worker;
            filter.grids = {{town.first_grid, town.second_grid}};
            filter.days.first = day("2026-10-07");
          }) == "1 3 ");
  });
}

TEST_CASE("going through visits stops when it is told to and may look others up meanwhile") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) { make_numbered_visits(session); });
    const auto session = store.read();
    int seen = 0;
    session->visits().each({}, [&](const VisitRecord&) {
      CHECK(numbers_of(*session, {}) == "3 2 1 4 5 6 ");
      return ++seen < 2;
    });
    CHECK(seen == 2);
  });
}

TEST_CASE("patrols of a grid are listed by day and half-day") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      const auto add = [&](AreaId grid, const char* on, HalfDay half, const char* note) {
        session.visits().add(Patrol{{}, grid, town.first_worker, day(on), half, note});
      };
      add(town.first_grid, "2026-10-06", HalfDay::pm, "");
      add(town.first_grid, "2026-10-06", HalfDay::am, "lamp");
      add(town.first_grid, "2026-10-05", HalfDay::pm, "");
      add(town.first_grid, "2026-11-01", HalfDay::am, "");
      add(town.second_grid, "2026-10-05", HalfDay::am, "");
    });
    const DayRange october{day("2026-10-01"), day("2026-10-31")};
    const auto patrols = store.read()->visits().patrols(town.first_grid, october);
    REQUIRE(patrols.size() == 3);
    CHECK(patrols[0].day == day("2026-10-05"));
    CHECK(patrols[0].half == HalfDay::pm);
    CHECK(patrols[1].half == HalfDay::am);
    CHECK(patrols[1].note == "lamp");
    CHECK(patrols[2].worker == town.first_worker);
  });
}

TEST_CASE("visits that are added together are as if added one by one") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_town(session); });
    auto noted = visit_of(town.moved, town.first_worker, day("2026-10-08"));
    noted.note = "a note";
    auto later = visit_of(town.moved, town.first_worker, day("2026-10-21"));
    later.time = TimeOfDay{570};
    later.replaces = VisitId{7};
    const std::vector<Visit> visits{{{7}, noted, k_visits_recorded},
                                    {{9}, later, k_visits_recorded}};
    write(store, [&](Session& session) {
      session.visits().add(visits);
      CHECK(session.visits().add(noted, k_visits_recorded).value == 10);
    });
    const auto session = store.read();
    const auto first = session->visits().find({7}), second = session->visits().find({9});
    REQUIRE((first && second));
    CHECK(first->visit.said.note == "a note");
    CHECK(first->replaced_by == VisitId{9});
    CHECK(second->visit.said.time == TimeOfDay{570});
    CHECK(second->visit.said.note.empty());
    VisitFilter of_second_grid;
    of_second_grid.grids = std::vector{town.second_grid};
    CHECK(numbers_of(*session, of_second_grid) == "9 ");
    std::string findings;
    session->audit().verify([&](const Message& finding) { findings += in_english(finding); }, {});
    CHECK(findings.empty());
  });
}

TEST_CASE("visits are added together only if all of their numbers are free") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    const auto draft = visit_of(town.staying, town.first_worker, day("2026-10-07"));
    session->visits().add(Visit{{5}, draft, k_visits_recorded});
    for (const std::int64_t number : {5, 4}) {
      const std::vector<Visit> visits{{{4}, draft, k_visits_recorded},
                                      {{number}, draft, k_visits_recorded}};
      CHECK_THROWS_AS(session->visits().add(visits), const Error&);
    }
    session->visits().add(std::vector<Visit>{{{6}, draft, k_visits_recorded}});
    CHECK(session->visits().find({6}));
  });
}
