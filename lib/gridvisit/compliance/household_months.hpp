#pragma once

#include <vector>

#include "gridvisit/compliance/judge.hpp"

/// The households of one grid, month by month.
namespace gridvisit::compliance {

/// The nearest that anyone came to a household in a month. `elsewhere`: it did not live in the
/// grid on any day of the month.
enum class Contact { elsewhere, none, nobody_met, spoken_to, met_at_door };

struct HouseholdMonth {
  Contact contact = Contact::elsewhere;
  /// A household rule whose period ended in the month, or runs in it and ends with it, is not met.
  bool owes = false;
};

struct HouseholdYear {
  HouseholdId household;
  std::vector<HouseholdMonth> months;  ///< in step with the months asked for
};

/// The months of the year of `reference` as they stood on that day; each rule is judged in the
/// months that its periods end in.
class MonthlyView {
 public:
  /// `book` and `surroundings` must outlive it.
  MonthlyView(Day reference, const PolicyBook& book, const Surroundings& surroundings);

  /// From January to the month of the reference day.
  const std::vector<Window>& months() const { return m_months; }
  std::optional<DayRange> household_days() const;

  /// Everyone who lived in the grid in one of the months, in the order of the facts.
  std::vector<HouseholdYear> households_of(const GridFacts& grid) const;

 private:
  HouseholdMonth month_of(const HouseholdFacts& household, const GridFacts& grid,
                          std::size_t month) const;

  std::vector<Window> m_months;
  std::vector<std::vector<RuleWindows>> m_rules;  // in step: what falls due in the month
};

}  // namespace gridvisit::compliance
