#include "gridvisit/usecase/day_choice.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {

DayRange edited(const DayRange& days, const DaysEdit& edit) {
  return days_between(edit.from.value_or(days.first), edit.until.value_or(days.last));
}

std::size_t choose_by_day(std::span<const DayRange> ranges, const DayChoice& choice,
                          const Message& missing) {
  if (!choice.on && ranges.size() == 1) return 0;
  const auto day = choice.on.value_or(choice.today);
  const auto found =
      std::ranges::find_if(ranges, [&](const DayRange& range) { return range.contains(day); });
  if (found != ranges.end()) return static_cast<std::size_t>(found - ranges.begin());
  if (ranges.empty()) throw Error{ErrorKind::not_found, missing};
  std::vector<std::string> known;
  for (const auto& range : ranges) known.push_back(spoken_days(range).text);
  throw Error{
      ErrorKind::not_found, missing,
      message("None holds on {0}; name with --on a day of the one you mean.", to_string(day)),
      std::move(known)};
}

}  // namespace gridvisit::usecase
