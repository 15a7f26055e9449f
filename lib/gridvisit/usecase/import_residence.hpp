#pragma once

#include <optional>
#include <vector>

#include "gridvisit/domain/household.hpp"

namespace gridvisit::usecase {

/// What a row says about where a household lives.
struct SaidResidence {
  HouseholdId household;
  AreaId grid;
  std::optional<Day> from;
  std::optional<Day> until;
};

/// What a row changes in the residences of a household.
struct ResidencePlan {
  std::optional<Residence> ended;    ///< the one before, which ends the day before the new one
  std::optional<Residence> changed;  ///< one on record whose days or grid change
  std::optional<Residence> added;
  DayRange days;                   ///< of the residence that the row speaks of
  std::optional<Residence> clash;  ///< one that overlaps it: the plan can't be carried out

  bool changes_nothing() const { return !ended && !changed && !added; }
};

/// A row speaks of the residence in its grid that begins on its day or ends on its day, or of the
/// last one if that is in its grid; days it does not name stay. Any other row starts a residence
/// on its day (today if it names none, from the beginning if it only names the end), and one that
/// runs on then ends the day before. `known` is in order of first days.
ResidencePlan plan_residence(const std::vector<Residence>& known, const SaidResidence& said,
                             Day today);

/// The residence on record becomes `wanted`.
ResidencePlan plan_change(const std::vector<Residence>& known, const Residence& on_record,
                          const Residence& wanted);

}  // namespace gridvisit::usecase
