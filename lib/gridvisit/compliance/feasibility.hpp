#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gridvisit/compliance/demands.hpp"

namespace gridvisit::compliance {

/// What the household rules still ask of one grid this year, and what the worker rules' minimum
/// would give. A household-month is one household visited in one month, however often.
///
/// Every period of every rule that ends between today and the year's end is judged as it will be
/// on its last day, by the residences, tags and policies on record. One that is neither met nor
/// exempt asks for a visit in one of its months from this one on. `needed` adds up, household by
/// household, the fewest months that hold one for each such period: a visit may serve several
/// rules, so a household asked for monthly and yearly needs the months that the monthly rule does.
struct GridFeasibility {
  AreaId grid;
  std::int64_t households = 0;   ///< living there today
  std::int64_t months_left = 0;  ///< this one included
  std::int64_t needed = 0;
  /// R_year − sum_D of the responsible worker's averaged rule (of the highest, if there are
  /// several), over all their grids; 0 if nobody is responsible or nothing is left.
  std::int64_t minimum = 0;
  std::int64_t days_left = 0;  ///< working days, today included; without leave of the responsible
  std::int64_t per_day = 0;    ///< visits that a day holds
  /// The last working day on which one may begin with `per_day` visits a day and still make those
  /// needed: the days from it to the year's end hold no fewer. Nothing if none are needed, or if
  /// the days left hold too few already.
  std::optional<Day> start_by;
  /// The first day from which even `per_day` visits a day can't bring the worker to R_year: today
  /// if that is so already. Nothing if nothing is left.
  std::optional<Day> quota_lost_from;

  bool minimum_suffices() const { return minimum >= needed; }
  bool is_lost() const { return needed > per_day * days_left; }
  /// Households a month that meet both, rounded up; 0 if no month is left.
  std::int64_t pace() const;
  /// The same a working day left, in tenths; nothing if no working day is left.
  std::optional<std::int64_t> pace_a_day_tenths() const;
};

/// What all grids are judged by.
struct FeasibilityGround {
  const PolicyBook& book;
  const Surroundings& surroundings;
  Day today;
  std::int64_t per_day = 8;
};

/// A household that still needs visits, and what for.
struct NeedyHousehold {
  HouseholdId household;
  std::int64_t months = 0;  ///< what it adds to `needed`
  std::vector<Obligation> owed;
};

/// The days that visits must be loaded of, for the grid and for the worker.
DayRange feasibility_days(Day today);

/// Every household that adds to `needed`, in the order of the facts.
std::vector<NeedyHousehold> needy_households(const GridFacts& grid,
                                             const FeasibilityGround& ground);

GridFeasibility feasibility_of(const GridFacts& grid, const std::optional<WorkerFacts>& responsible,
                               const FeasibilityGround& ground);

}  // namespace gridvisit::compliance
