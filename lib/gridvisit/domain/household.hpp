#pragma once

#include <optional>
#include <string>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// A household (户). The last six fields, with its tags, are the six clears (六清, norm R3).
struct Household {
  HouseholdId id;
  std::string code;  ///< unique in the database, e.g. G01-3-2-501
  std::string building;
  std::string unit;
  std::string room;
  std::string address;
  std::string name;  ///< of the contact person
  std::string phone;
  std::optional<int> people;
  std::string situation;
  std::string difficulties;
  std::string needs;
};

/// A household lives in a grid on these days. The residences of one household never overlap.
struct Residence {
  ResidenceId id;
  HouseholdId household;
  AreaId grid;
  DayRange days;
};

}  // namespace gridvisit
