#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "gridvisit/domain/visit.hpp"

namespace gridvisit::store {

/// A visit with what was said of it later.
struct VisitRecord {
  Visit visit;
  std::optional<Void> voided;
  std::optional<VisitId> replaced_by;
};

enum class VisitOrder {
  oldest_first,   ///< by day, time of day, number
  newest_first,   ///< the reverse
  number,         ///< by visit number
  last_recorded,  ///< by visit number, highest first
};

/// Which visits to go through; every field narrows the choice.
struct VisitFilter {
  std::optional<HouseholdId> household;
  std::optional<WorkerId> worker;
  std::optional<std::vector<AreaId>> grids;  ///< the household lived in one of them that day
  DayRange days;
  /// Added or voided by an audit entry after this one; and what such a visit replaces, all the way.
  std::optional<std::int64_t> written_after;
  bool voided_too = false;
  VisitOrder order = VisitOrder::oldest_first;
};

/// Visits are only ever added; a void is a record of its own.
class Visits {
 public:
  virtual ~Visits() = default;

  virtual std::optional<VisitRecord> find(VisitId id) const = 0;
  /// `see` returns false to stop; nothing is read ahead of it.
  virtual void each(const VisitFilter& filter,
                    const std::function<bool(const VisitRecord&)>& see) const = 0;
  /// Whether the household was visited that day, voided visits included: cheaper than each().
  virtual bool any_on(HouseholdId household, Day day) const = 0;
  /// How many there are, voided ones included: much cheaper than each().
  virtual std::uint64_t count() const = 0;

  virtual VisitId add(const VisitDraft& draft, std::chrono::sys_seconds recorded_at) = 0;
  /// With the number it has elsewhere; Error(refused) if the number is taken.
  virtual void add(const Visit& visit) = 0;
  /// Many with the numbers they have elsewhere: as one by one, at less cost for each.
  virtual void add(std::span<const Visit> visits) = 0;
  /// Error(refused) if the visit is unknown or voided already.
  virtual void add(const Void& cancellation) = 0;

  virtual std::vector<Patrol> patrols(AreaId grid, const DayRange& days) const = 0;
  virtual PatrolId add(const Patrol& patrol) = 0;
};

}  // namespace gridvisit::store
