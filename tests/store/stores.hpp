#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gridvisit/store/store.hpp"

#include "temporary_folder.hpp"

namespace gridvisit::store::testing {

using tests::TemporaryFolder;

/// Runs the rule with a new store of every backend.
void for_every_backend(const std::function<void(Store&)>& rule);

Day day(const char* iso);
std::chrono::sys_seconds instant(const char* iso);
Authorship author();

/// Does `work` in a session and commits it.
AuditEntry write(Store& store, const std::function<void(Session&)>& work);

/// One street with grids G01 and G02, workers W01 and W02, and households H01 … H03, of which H01
/// lives in G01 for good, H02 moved from G01 to G02 with a gap from the 10th to the 19th of
/// October 2026, and H03 lives in G02.
struct Town {
  AreaId street, first_grid, second_grid;
  WorkerId first_worker, second_worker;
  HouseholdId staying, moved, other;
};
Town make_town(Session& session);

/// A visit at the door that met somebody.
VisitDraft visit_of(HouseholdId household, WorkerId worker, Day day);

}  // namespace gridvisit::store::testing
