#include <doctest/doctest.h>

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

std::string written_after(const Session& session, std::int64_t entry) {
  VisitFilter filter;
  filter.written_after = entry;
  filter.voided_too = true;
  filter.order = VisitOrder::number;
  std::string numbers;
  session.visits().each(filter, [&](const VisitRecord& record) {
    numbers += std::to_string(record.visit.id.value) + ' ';
    return true;
  });
  return numbers;
}

}  // namespace

TEST_CASE("the changes after an entry are the records that later entries wrote") {
  for_every_backend([](Store& store) {
    Town town;
    const auto made = write(store, [&](Session& session) { town = make_town(session); });
    {
      const auto session = store.read();
      CHECK(session->changes().households(0).size() == 3);
      CHECK(session->changes().households(made.sequence).empty());
      CHECK(session->changes().areas(made.sequence).empty());
    }
    write(store, [&](Session& session) {
      auto worker = session.workers().get(town.first_worker);
      worker.phone = "1";
      session.workers().update(worker);
      auto residence = session.households().residences_of(town.staying).front();
      residence.days.last = day("2026-12-31");
      session.households().update(residence);
      session.households().add(Tag{{}, town.other, session.categories().all().front().id, {}, {}});
    });
    const auto session = store.read();
    const auto& changes = session->changes();
    CHECK(changes.workers(made.sequence) == std::vector{town.first_worker});
    CHECK(changes.households(made.sequence) == std::vector{town.staying, town.other});
    CHECK(changes.tags(made.sequence).size() == 1);
    CHECK(changes.assignments(made.sequence).empty());
    CHECK(changes.workers(session->audit().head().sequence).empty());
  });
}

TEST_CASE("visits written after an entry come with those that they replace") {
  for_every_backend([](Store& store) {
    Town town;
    const auto recorded = instant("2026-10-20T08:00:00Z");
    write(store, [&](Session& session) { town = make_town(session); });
    const auto draft = visit_of(town.staying, town.first_worker, day("2026-10-07"));
    const auto first = write(store, [&](Session& session) {
      for (int count = 0; count < 3; ++count) session.visits().add(draft, recorded);
    });
    const auto voided = write(store, [&](Session& session) {
      session.visits().add(Void{{2}, recorded, "W01", "why"});
    });
    write(store, [&](Session& session) {
      auto corrected = draft;
      corrected.replaces = VisitId{2};
      session.visits().add(corrected, recorded);
    });
    const auto corrected = write(store, [&](Session& session) {
      session.visits().add(Void{{4}, recorded, "W01", "why"});
    });
    const auto session = store.read();
    CHECK(written_after(*session, 0) == "1 2 3 4 ");
    CHECK(written_after(*session, first.sequence) == "2 4 ");
    CHECK(written_after(*session, voided.sequence) == "2 4 ");
    CHECK(written_after(*session, corrected.sequence - 1) == "2 4 ");
    CHECK(written_after(*session, session->audit().head().sequence).empty());
  });
}

TEST_CASE("a search for what was written narrows by its other fields too") {
  for_every_backend([](Store& store) {
    Town town;
    const auto recorded = instant("2026-10-20T08:00:00Z");
    write(store, [&](Session& session) {
      town = make_town(session);
      session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-07")), recorded);
      session.visits().add(visit_of(town.other, town.first_worker, day("2026-10-07")), recorded);
    });
    VisitFilter filter;
    filter.written_after = 1;
    filter.household = town.other;
    int seen = 0;
    store.read()->visits().each(filter, [&](const VisitRecord& record) {
      CHECK(record.visit.said.household == town.other);
      ++seen;
      return true;
    });
    CHECK(seen == 1);
  });
}
