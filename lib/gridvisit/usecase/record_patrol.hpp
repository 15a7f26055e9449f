#pragma once

#include <optional>
#include <string>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

struct NewPatrol {
  std::string worker;
  std::string grid;
  Day day;
  HalfDay half = HalfDay::am;
  std::string note;
};

struct RecordedPatrol {
  Patrol patrol;
  bool known_before = false;  ///< the worker's round of that half-day was on record already
  bool in_post = true;        ///< the worker held the grid that day
};

/// The worker's round of that grid and half-day.
std::optional<Patrol> patrol_on_record(const store::Session& session, const Patrol& like);

/// Records one round through a grid. The same round a second time changes nothing. A day after
/// `today` is Error(refused); a worker who did not hold the grid is accepted.
RecordedPatrol record_patrol(const Desk& desk, const NewPatrol& wanted, Day today);

}  // namespace gridvisit::usecase
