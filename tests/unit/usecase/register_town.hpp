#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/edit_area.hpp"
#include "gridvisit/usecase/edit_assignment.hpp"
#include "gridvisit/usecase/edit_household.hpp"
#include "gridvisit/usecase/edit_leave.hpp"
#include "gridvisit/usecase/edit_tag.hpp"
#include "gridvisit/usecase/edit_worker.hpp"
#include "gridvisit/usecase/record_patrol.hpp"

namespace gridvisit::usecase::testing {

inline Day day(const char* iso) {
  return *parse_iso_day(iso);
}

/// Street S with grids G1 and G2, workers W1 and W2; W1 is responsible for G1, where H1 lives.
struct RegisterTown {
  store::Authorship author{"tester", "", parse_instant("2026-10-05T08:00:00Z").value()};
  std::unique_ptr<store::Store> store = store::make_memory_store(author);
  Desk desk{*store, author};
  Desk rehearsal{*store, author, true};

  RegisterTown() {
    add_area(desk, "S", {"East Street", "street", {}});
    add_area(desk, "G1", {"Grid one", {}, "S"});
    add_area(desk, "G2", {"Grid two", {}, "S"});
    add_worker(desk, "W1", {"Example One", "13800000001"});
    add_worker(desk, "W2", {"Example Two", {}});
    add_assignment(desk, {{"W1", "G1"}, Role::responsible, {}});
    add_household(desk, {"H1", "G1", {}, {}, {}});
  }

  std::int64_t writes() const { return store->read()->audit().head().sequence; }

  AreaId area(std::string_view code) const { return store->read()->areas().find(code)->id; }
  WorkerId worker(std::string_view code) const { return store->read()->workers().find(code)->id; }
  HouseholdId household(std::string_view code) const {
    return store->read()->households().find(code)->id;
  }
};

/// The kind of the error that `work` throws, or nothing.
template <class Work>
std::optional<ErrorKind> error_of(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  return std::nullopt;
}

}  // namespace gridvisit::usecase::testing
