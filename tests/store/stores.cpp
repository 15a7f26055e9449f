#include "store/stores.hpp"

#include <doctest/doctest.h>

#include "gridvisit/store/memory/memory_store.hpp"

namespace gridvisit::store::testing {
namespace {

/// A backend under test, and how to make a new store of it in a folder.
struct Backend {
  const char* name;
  std::unique_ptr<Store> (*make)(const TemporaryFolder& folder);
};

constexpr Backend k_backends[]{
    {"memory", [](const TemporaryFolder&) { return make_memory_store(author()); }},
    {"sqlite", [](const TemporaryFolder& folder) { return create(folder / "town.db", author()); }},
};

}  // namespace

void for_every_backend(const std::function<void(Store&)>& rule) {
  for (const auto& backend : k_backends) {
    INFO("backend: ", std::string{backend.name});
    const TemporaryFolder folder;
    const auto store = backend.make(folder);
    rule(*store);
  }
}

Day day(const char* iso) {
  return parse_iso_day(iso).value();
}

std::chrono::sys_seconds instant(const char* iso) {
  return parse_instant(iso).value();
}

Authorship author() {
  return {"tester", "W01", instant("2026-10-20T08:00:00Z")};
}

AuditEntry write(Store& store, const std::function<void(Session&)>& work) {
  const auto session = store.write(author());
  work(*session);
  return session->commit({"test", "reference"});
}

Town make_town(Session& session) {
  Town town;
  auto& areas = session.areas();
  town.street = areas.add({{}, "S1", "Street", "street", {}});
  town.first_grid = areas.add({{}, "G01", "Grid 1", "grid", town.street});
  town.second_grid = areas.add({{}, "G02", "Grid 2", "grid", town.street});
  town.first_worker = session.workers().add(Worker{{}, "W01", "Worker One", "1"});
  town.second_worker = session.workers().add(Worker{{}, "W02", "Worker Two", "2"});
  session.workers().add(Assignment{{}, town.first_worker, town.first_grid, {}, {}});
  session.workers().add(Assignment{{}, town.second_worker, town.second_grid, {}, {}});

  auto& households = session.households();
  const auto household = [&](const char* code) {
    Household added;
    added.code = code;
    return households.add(added);
  };
  town.staying = household("G01-1-1");
  town.moved = household("G01-1-2");
  town.other = household("G02-1-1");
  const auto move_out = day("2026-10-09");
  const auto move_in = day("2026-10-20");
  households.add(Residence{{}, town.staying, town.first_grid, {}});
  households.add(Residence{{}, town.moved, town.first_grid, {k_beginning, move_out}});
  households.add(Residence{{}, town.moved, town.second_grid, {move_in, k_forever}});
  households.add(Residence{{}, town.other, town.second_grid, {}});
  return town;
}

VisitDraft visit_of(HouseholdId household, WorkerId worker, Day on) {
  VisitDraft draft;
  draft.household = household;
  draft.worker = worker;
  draft.day = on;
  return draft;
}

}  // namespace gridvisit::store::testing
