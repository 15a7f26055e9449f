#pragma once

#include <map>
#include <optional>
#include <vector>

#include "gridvisit/compliance/due.hpp"

/// Whom one worker visits on which of the next working days so that every household rule will be
/// met: the fewest visits that do it, none of them late, never more than a day can hold.
///
/// Looked at are all periods that end up to the end of the year in which the last day asked for
/// lies; only the first days are shown, but they are chosen so that the rest still fits.
/// 1. One household: the periods of calendar rules lie within each other or apart. Going by their
///    last days, inner ones first, a visit that an inner period asks for anyway serves every period
///    around it at no loss of freedom; what is still missing is added. No set of visits is smaller.
///    (Weeks may cross a month's end, and modes may exclude each other: such demands share a visit
///    where they can, and if that leaves anything out, not sharing is tried as well.)
/// 2. All households: see schedule.hpp; as many visits fit as can fit.
/// 3. Days that are left hold what the worker's quota of the year needs beyond that, spread evenly.
namespace gridvisit::compliance {

struct PlanRequest {
  Day today;                 ///< of the facts
  Day from;                  ///< not before today
  int days = 5;              ///< so many working days of the worker are shown
  std::int64_t per_day = 8;  ///< visits that a day holds; those made on `from` already count
};

/// What is known of the worker and of the grids to be planned.
struct PlanFacts {
  WorkerFacts worker;
  std::vector<GridFacts> grids;
  std::map<HouseholdId, DuePlace> places;  ///< of every household that lives there
};

struct PlannedVisit {
  Day day;
  HouseholdId household;
  AreaId grid;
  std::vector<Mode> modes;          ///< any of them will do
  std::vector<Obligation> settles;  ///< earliest deadline first; empty: only for the quota
  const Rule* quota = nullptr;      ///< it counts for this rule, which needs it
  std::optional<Day> last_visit;    ///< of those made for the quota alone: met last on
};

/// Why an obligation will not be met: no working day of the worker is left for it; the days are
/// full; no visit could settle it, whoever made it.
enum class Obstacle { no_day, no_room, no_way };

struct UnmetObligation {
  HouseholdId household;
  AreaId grid;
  Obligation owed;
  Obstacle obstacle = Obstacle::no_day;
};

struct VisitPlan {
  Day until;                           ///< periods that end up to this day are looked at
  std::vector<Day> days;               ///< shown: the worker's next working days
  std::vector<PlannedVisit> visits;    ///< of these days: by day, then building, unit, room
  std::int64_t later = 0;              ///< visits for the rules after these days
  std::int64_t obligations = 0;        ///< periods of households that still owe
  std::vector<UnmetObligation> unmet;  ///< earliest deadline first
  /// The smallest number a day with which all fit that have a day at all; nothing if all fit, or if
  /// no number does.
  std::optional<std::int64_t> per_day_needed;

  bool is_feasible() const { return unmet.empty(); }
};

/// The days that visits must be loaded of: for what is done, and for who was not visited longest.
DayRange plan_days(Day today);

/// The grids that the worker is to plan: those they answer for on one of the days from `from` to
/// the year's end; who answers for none plans where they assist.
std::vector<AreaId> plan_grids(const std::vector<Assignment>& held, Day from);

VisitPlan plan_visits(const PlanFacts& facts, const PolicyBook& book,
                      const Surroundings& surroundings, const PlanRequest& request);

}  // namespace gridvisit::compliance
