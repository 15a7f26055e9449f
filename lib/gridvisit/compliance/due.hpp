#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {

/// One rule that a household has not met in the current period.
struct Obligation {
  const Rule* rule = nullptr;
  Period period;  ///< its last day is the deadline
  std::int64_t done = 0;
  std::int64_t required = 0;
};

/// A household to visit, with everything that one visit could settle.
struct DueHousehold {
  HouseholdId household;
  AreaId grid;
  std::vector<Obligation> obligations;  ///< earliest deadline first, then the policy's order
  int priority = 0;                     ///< 0 key, 1 special, 2 hardship, 3 the rest
  /// The last visit among the facts that suits one of the obligations' rules, in whichever period.
  std::optional<Day> last_counted;
};

/// The days that visits must be loaded of: all up to today, for who waits longest. Nothing if there
/// is no household rule.
std::optional<DayRange> due_days(const PolicyBook& book, const Surroundings& surroundings,
                                 Day today);

/// The households of one grid that owe something on `today`, in no particular order.
std::vector<DueHousehold> due_households(const GridFacts& grid, const PolicyBook& book,
                                         const Surroundings& surroundings, Day today);

/// Where a household stands when everything else is equal: building, unit, room, code.
struct DuePlace {
  std::string building;
  std::string unit;
  std::string room;
  std::string code;
};

/// By building, unit, room and code in natural order: 2 before 10.
std::strong_ordering compare_places(const DuePlace& left, const DuePlace& right);

/// 0 for a household that is tagged `key` on the day, 1 `special`, 2 `hardship`, 3 the rest.
int priority_of(const HouseholdFacts& household, const Surroundings& surroundings, Day day);

/// The order of the due list (model, section 4): earliest deadline; priority; most obligations;
/// longest since the last counted visit, never first; then place in natural order.
bool comes_before(const DueHousehold& left, const DuePlace& left_place, const DueHousehold& right,
                  const DuePlace& right_place);

}  // namespace gridvisit::compliance
