#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Jobs of one day each onto days that hold only so many: a matching, so that nothing is left out
/// that a cleverer order would have fitted in.
///
/// Where all days of a job run from a first one to a deadline, "earliest deadline first" is the
/// textbook answer. Here a job's days may have gaps (leave, a grid held for a time) and a household
/// wants no second visit on one day, so each job is placed on the earliest free day of its own and,
/// if there is none, along an augmenting path that moves others within their days. The sets of jobs
/// that fit form a matroid (they are the sets linked to the days in a flow network with unit
/// capacities), hence going through the jobs in order of importance leaves out the fewest possible,
/// and a job only if it does not fit beside all that are more important and fit.
namespace gridvisit::compliance {

/// A day is its index in the list of capacities.
struct Job {
  std::size_t owner = 0;          ///< has at most one job a day
  std::vector<std::size_t> days;  ///< any of them will do; ascending
};

/// For each job its day, or nothing. Jobs stand in order of importance; a day takes no more than
/// its capacity, nor two jobs of one owner.
std::vector<std::optional<std::size_t>> schedule(const std::vector<Job>& jobs,
                                                 const std::vector<std::int64_t>& capacity);

}  // namespace gridvisit::compliance
