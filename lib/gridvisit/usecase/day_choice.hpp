#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/calendar/day.hpp"

namespace gridvisit::usecase {

/// Which one of several dated records is meant.
struct DayChoice {
  std::optional<Day> on;  ///< as it was named
  Day today;
};

/// New ends for a dated record; nothing leaves an end as it is, k_beginning and k_forever open it.
struct DaysEdit {
  std::optional<Day> from;
  std::optional<Day> until;
};

/// Error(refused) if it would end before it begins.
DayRange edited(const DayRange& days, const DaysEdit& edit);

/// The index of the range that holds the day named; without one the only range, or else the one
/// that holds today. Error(not_found) with `missing`, and the days of those there are.
std::size_t choose_by_day(std::span<const DayRange> ranges, const DayChoice& choice,
                          const Message& missing);

template <class Record>
Record record_on(const std::vector<Record>& records, const DayChoice& choice,
                 const Message& missing) {
  std::vector<DayRange> ranges;
  for (const auto& record : records) ranges.push_back(record.days);
  return records[choose_by_day(ranges, choice, missing)];
}

}  // namespace gridvisit::usecase
