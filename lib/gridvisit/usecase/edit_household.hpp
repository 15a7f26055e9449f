#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/usecase/day_choice.hpp"
#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// What is said of a household; nothing leaves a field as it is, an empty text clears it.
struct HouseholdFields {
  std::optional<std::string> building;
  std::optional<std::string> unit;
  std::optional<std::string> room;
  std::optional<std::string> address;
  std::optional<std::string> name;
  std::optional<std::string> phone;
  std::optional<std::string> people;
  std::optional<std::string> situation;
  std::optional<std::string> difficulties;
  std::optional<std::string> needs;
};

struct NewHousehold {
  std::string code;
  std::string grid;
  HouseholdFields fields;
  DayRange days;                  ///< of its residence
  std::vector<std::string> tags;  ///< codes of categories that it is in on these days
};

Household add_household(const Desk& desk, const NewHousehold& wanted);

/// Corrects one residence; nothing leaves a field as it is.
struct ResidenceEdit {
  DayChoice choice;
  DaysEdit days;
  std::optional<std::string> grid;

  bool empty() const { return !days.from && !days.until && !grid; }
};

/// Changes fields, and corrects a residence unless `residence` is empty.
Household edit_household(const Desk& desk, std::string_view code, const HouseholdFields& fields,
                         const ResidenceEdit& residence);

/// The household lives in `grid` from `first` on: ends its residence the day before, if it has one
/// that day, and begins another that lasts as long as the old one would have. Also brings back a
/// household that moved out earlier.
Residence move_household(const Desk& desk, std::string_view code, std::string_view grid, Day first);

struct MovedOut {
  Residence residence;
  /// Visits on record, not void, on later days on which it lives nowhere: they count for no grid.
  std::size_t later_visits = 0;
};

/// The household moves out: `last` becomes the last day of the residence that holds it.
MovedOut end_household(const Desk& desk, std::string_view code, Day last);

}  // namespace gridvisit::usecase
