#pragma once

#include <optional>
#include <string>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// Personal texts removed for good (norm D3). Exactly one of the two says which.
struct Erasure {
  ErasureId id;
  /// Name, phone, address and the rest of its six clears, the notes of its tags and of its visits.
  std::optional<HouseholdId> household;
  /// The notes of all visits and patrols before this day.
  std::optional<Day> notes_before;
  std::string reason;  ///< never empty, and names nobody
};

}  // namespace gridvisit
