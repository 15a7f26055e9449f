#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "gridvisit/calendar/workdays.hpp"
#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/domain/worker.hpp"

/// What the engine judges. Facts are loaded by the store, one grid or one worker at a time, so
/// that memory is that of one grid whatever the register holds.
namespace gridvisit::compliance {

/// A visit that is not voided, without its words.
struct VisitFact {
  VisitId visit;
  HouseholdId household;
  WorkerId worker;
  Day day;
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  AreaId grid;  ///< the grid that the household lived in that day; empty between two residences
};

/// One household with its whole history of residence and tags.
struct HouseholdFacts {
  HouseholdId household;
  std::vector<Residence> residences;  ///< by first day
  std::vector<Tag> tags;
  std::vector<VisitFact> visits;  ///< of the days asked for, wherever it lived then, by day

  /// On any of `days`.
  bool lived_in(AreaId grid, const DayRange& days) const {
    return std::ranges::any_of(residences, [&](const Residence& home) {
      return home.grid == grid && home.days.overlaps(days);
    });
  }
  bool lived_in(AreaId grid, Day day) const { return lived_in(grid, DayRange{day, day}); }
};

/// Everything that the household rules and grid rules of one grid need.
struct GridFacts {
  AreaId grid;
  std::vector<HouseholdFacts> households;  ///< every household that ever lived in the grid
  std::vector<Patrol> patrols;             ///< of the days asked for
  Roster roster;  ///< of this grid and of every grid that one of the households ever lived in
};

/// Everything that the worker rules of one worker need.
struct WorkerFacts {
  WorkerId worker;
  std::vector<Assignment> assignments;  ///< all of them
  std::vector<Leave> leaves;            ///< all of them
  std::vector<VisitFact> visits;        ///< of the days asked for, wherever they were, by day
};

/// What every grid and worker of one report shares.
struct Surroundings {
  AreaTree areas;  ///< at least the areas reported on and those above them
  std::vector<Category> categories;
  Workdays workdays;
};

}  // namespace gridvisit::compliance
