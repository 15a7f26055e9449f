#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

AuditEntry write_at(Store& store, const char* when, const std::function<void(Session&)>& work) {
  auto authorship = author();
  authorship.at = instant(when);
  const auto session = store.write(authorship);
  work(*session);
  return session->commit({"test", {}});
}

std::string times_of(Store& store, const RecordId& record) {
  return to_string(store.read()->changes().times(record));
}

constexpr auto* k_first = "2026-10-20T08:00:00Z";
constexpr auto* k_second = "2026-10-21T08:00:00Z";
constexpr auto* k_third = "2026-10-22T08:00:00Z";

}  // namespace

TEST_CASE("a record was changed when it was added and its fields when they were") {
  for_every_backend([](Store& store) {
    Town town;
    write_at(store, k_first, [&](Session& session) { town = make_town(session); });
    CHECK(times_of(store, town.staying) == k_first);
    write_at(store, k_second, [&](Session& session) {
      auto household = session.households().get(town.staying);
      household.phone = "1";
      household.people = 3;
      session.households().update(household);
    });
    CHECK(times_of(store, town.staying) ==
          "2026-10-20T08:00:00Z;people@2026-10-21T08:00:00Z;phone@2026-10-21T08:00:00Z");
    write_at(store, k_third, [&](Session& session) {
      auto household = session.households().get(town.staying);
      household.phone = "2";
      session.households().update(household);
    });
    CHECK(times_of(store, town.staying) ==
          "2026-10-20T08:00:00Z;people@2026-10-21T08:00:00Z;phone@2026-10-22T08:00:00Z");
    CHECK(times_of(store, town.other) == k_first);
  });
}

TEST_CASE("every kind of record keeps which of its fields were changed") {
  for_every_backend([](Store& store) {
    Town town;
    TagId tag;
    LeaveId leave;
    HolidayId holiday;
    write_at(store, k_first, [&](Session& session) {
      town = make_town(session);
      tag = session.households().add(
          Tag{{}, town.staying, session.categories().all().front().id, {}, "note"});
      leave = session.workers().add(Leave{{}, town.first_worker, {}, "sick"});
      holiday = session.holidays().add({{}, day("2026-10-01"), DayKind::holiday, "feast"});
      session.visits().add(
          Patrol{{}, town.first_grid, town.first_worker, day("2026-10-05"), HalfDay::am, ""});
    });
    const auto assignment = store.read()->workers().assignments_of(town.first_worker).front();
    const auto residence = store.read()->households().residences_of(town.staying).front();
    write_at(store, k_second, [&](Session& session) {
      auto area = session.areas().find("G01").value();
      area.name += "x";
      area.parent.reset();
      session.areas().update(area);
      auto worker = session.workers().get(town.first_worker);
      worker.name += "x";
      session.workers().update(worker);
      auto held = assignment;
      held.days.last = day("2026-12-31");
      session.workers().update(held);
      auto away = session.workers().leaves_of(town.first_worker).front();
      away.kind = "other";
      session.workers().update(away);
      auto lived = residence;
      lived.grid = town.second_grid;
      lived.days.first = day("2026-01-02");
      session.households().update(lived);
      auto known = session.households().tags_of(town.staying).front();
      known.note = "other";
      session.households().update(known);
      auto free = session.holidays().find(day("2026-10-01")).value();
      free.kind = DayKind::workday;
      session.holidays().update(free);
    });
    const std::string first = k_first;
    CHECK(times_of(store, town.first_grid) ==
          first + ";name@2026-10-21T08:00:00Z;parent@2026-10-21T08:00:00Z");
    CHECK(times_of(store, town.first_worker) == first + ";name@2026-10-21T08:00:00Z");
    CHECK(times_of(store, assignment.id) == first + ";until@2026-10-21T08:00:00Z");
    CHECK(times_of(store, leave) == first + ";kind@2026-10-21T08:00:00Z");
    CHECK(times_of(store, residence.id) ==
          first + ";from@2026-10-21T08:00:00Z;grid@2026-10-21T08:00:00Z");
    CHECK(times_of(store, tag) == first + ";note@2026-10-21T08:00:00Z");
    CHECK(store.read()->changes().leaves(2) == std::vector{leave});
    CHECK(store.read()->changes().holidays(2) == std::vector{holiday});
    CHECK(store.read()->changes().patrols(2).empty());
    CHECK(store.read()->changes().patrols(1).size() == 1);
    CHECK(times_of(store, holiday) == first + ";kind@2026-10-21T08:00:00Z");
  });
}

TEST_CASE("the change times that another database has said stand until the next change") {
  for_every_backend([](Store& store) {
    Town town;
    const ChangeTimes said{instant("2026-01-05T08:00:00Z")};
    write_at(store, k_first, [&](Session& session) {
      town = make_town(session);
      session.changes().set_times(town.first_worker, said);
    });
    CHECK(times_of(store, town.first_worker) == "2026-01-05T08:00:00Z");
    const auto only_times = write_at(store, k_second, [&](Session& session) {
      session.changes().set_times(town.second_worker, said);
      session.changes().set_times(town.other, said);
    });
    CHECK(store.read()->changes().workers(only_times.sequence - 1) ==
          std::vector{town.second_worker});
    CHECK(store.read()->changes().households(only_times.sequence - 1) == std::vector{town.other});
    write_at(store, k_third, [&](Session& session) {
      auto worker = session.workers().get(town.first_worker);
      worker.phone = "1390000";
      session.workers().update(worker);
      worker.name = "N";
      session.workers().update(worker);
      CHECK(to_string(session.changes().times(town.first_worker)) ==
            "2026-01-05T08:00:00Z;name@2026-10-22T08:00:00Z;phone@2026-10-22T08:00:00Z");
    });
    CHECK(times_of(store, town.first_worker) ==
          "2026-01-05T08:00:00Z;name@2026-10-22T08:00:00Z;phone@2026-10-22T08:00:00Z");
  });
}

TEST_CASE("a change comes after the one before it, whatever the clock says") {
  for_every_backend([](Store& store) {
    Town town;
    write_at(store, k_first, [&](Session& session) {
      town = make_town(session);
      session.changes().set_times(town.first_worker, ChangeTimes{instant("2099-12-31T23:59:59Z")});
    });
    for (const auto* phone : {"1390000", "1391111"})
      write_at(store, k_second, [&](Session& session) {
        auto worker = session.workers().get(town.first_worker);
        worker.phone = phone;
        session.workers().update(worker);
      });
    CHECK(times_of(store, town.first_worker) == "2099-12-31T23:59:59Z;phone@2100-01-01T00:00:01Z");
  });
}

TEST_CASE("texts that are erased are changed by that") {
  for_every_backend([](Store& store) {
    Town town;
    TagId tag;
    write_at(store, k_first, [&](Session& session) {
      town = make_town(session);
      tag = session.households().add(
          Tag{{}, town.other, session.categories().all().front().id, {}, "note"});
    });
    write_at(store, k_second, [&](Session& session) {
      session.erasures().add({{}, town.other, {}, "moved away"});
    });
    const auto session = store.read();
    const auto household = session->changes().times(town.other);
    CHECK(household.of("phone") == instant(k_second));
    CHECK(household.of("building") == instant(k_first));
    CHECK(session->changes().times(tag).of("note") == instant(k_second));
    CHECK(session->changes().times(tag).of("until") == instant(k_first));
  });
}

TEST_CASE("the audit vouches for change times in every backend alike") {
  std::vector<std::string> contents;
  for_every_backend([&](Store& store) {
    Town town;
    write_at(store, k_first, [&](Session& session) { town = make_town(session); });
    const auto entry = write_at(store, k_second, [&](Session& session) {
      auto area = session.areas().find("G01").value();
      area.name += "x";
      session.areas().update(area);
      session.changes().set_times(town.street, ChangeTimes{instant(k_first)});
    });
    contents.push_back(entry.content_hash);
    store.read()->audit().verify([](const Message&) { FAIL("something is said to differ"); }, {});
  });
  CHECK(contents.front() == contents.back());
}
