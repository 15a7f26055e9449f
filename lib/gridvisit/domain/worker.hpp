#pragma once

#include <string>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// A community grid worker (社区网格员).
struct Worker {
  WorkerId id;
  std::string code;  ///< unique in the database
  std::string name;
  std::string phone;
};

/// Days on which a worker is not in post; taken off the days that a quota is reckoned by.
struct Leave {
  LeaveId id;
  WorkerId worker;
  DayRange days;
  std::string kind;
};

}  // namespace gridvisit
