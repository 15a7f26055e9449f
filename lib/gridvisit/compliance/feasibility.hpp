#pragma once

#include <vector>

#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {

/// What the household rules still ask of one grid this year, and what the worker rules' minimum
/// would give. A household-month is one household visited in one month.
struct GridFeasibility {
  AreaId grid;
  std::int64_t households = 0;   ///< living there today
  std::int64_t months_left = 0;  ///< this one included
  /// The fewest household-months in which every household rule can still be met.
  std::int64_t needed = 0;
  /// What the responsible worker's averaged rule asks from now to the year's end; 0 if nobody.
  std::int64_t minimum = 0;
  bool minimum_suffices() const { return minimum >= needed; }
  /// Households a month that meet both, rounded up; 0 if no month is left.
  std::int64_t pace() const;
};

GridFeasibility feasibility_of(const GridFacts& grid, const std::optional<WorkerFacts>& responsible,
                               const PolicyBook& book, const Surroundings& surroundings, Day today);

}  // namespace gridvisit::compliance
