#pragma once

#include <cstdint>
#include <optional>

#include "gridvisit/compliance/judge.hpp"

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
  bool minimum_suffices() const { return minimum >= needed; }
  /// Households a month that meet both, rounded up; 0 if no month is left.
  std::int64_t pace() const;
};

/// The days that visits must be loaded of, for the grid and for the worker.
DayRange feasibility_days(Day today);

GridFeasibility feasibility_of(const GridFacts& grid, const std::optional<WorkerFacts>& responsible,
                               const PolicyBook& book, const Surroundings& surroundings, Day today);

}  // namespace gridvisit::compliance
