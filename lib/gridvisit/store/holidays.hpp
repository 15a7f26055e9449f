#pragma once

#include <optional>
#include <vector>

#include "gridvisit/domain/holiday.hpp"

namespace gridvisit::store {

/// The holiday table: the days that are not what their weekday says.
class Holidays {
 public:
  virtual ~Holidays() = default;

  virtual std::optional<Holiday> find(Day day) const = 0;
  virtual std::vector<Holiday> in(const DayRange& days) const = 0;  ///< by day

  /// The id in the argument is ignored. Error(refused) if the day is on record.
  virtual HolidayId add(const Holiday& holiday) = 0;
  /// Another kind or name of the same day.
  virtual void update(const Holiday& holiday) = 0;
};

}  // namespace gridvisit::store
