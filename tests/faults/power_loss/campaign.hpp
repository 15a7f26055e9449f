#pragma once

#include <functional>
#include <set>

#include "faults/power_loss/disk.hpp"

namespace gridvisit::faults {

/// What was found in the states of a disk.
struct Findings {
  std::size_t points = 0;  ///< moments at which the power was cut
  std::size_t states = 0;  ///< different states of the disk that were looked at
  std::size_t bad = 0;     ///< that lost something
  std::string first{};     ///< what the first bad one lost
};

/// The numbers of the visits that were said to be saved.
using Acknowledged = std::set<std::int64_t>;

/// Gives what is wrong in the folder, which holds a state of the disk; empty: nothing.
using Inspection = std::function<std::string(const Acknowledged& acknowledged)>;

/// Cuts the power after every operation, and lays each of about `count` different states in
/// `folder` to be inspected.
Findings cut_everywhere(Disk disk, const Operations& operations,
                        const std::filesystem::path& folder, std::size_t count,
                        const Inspection& inspect);

}  // namespace gridvisit::faults
