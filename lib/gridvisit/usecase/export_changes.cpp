#include "gridvisit/usecase/export_changes.hpp"

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::usecase {

HouseholdsByGrid changed_households(const store::Session& session, std::int64_t entry) {
  HouseholdsByGrid by_grid;
  for (const auto household : session.changes().households(entry))
    for (const auto& lived : session.households().residences_of(household)) {
      auto& there = by_grid[lived.grid];
      if (there.empty() || there.back() != household) there.push_back(household);
    }
  return by_grid;
}

std::int64_t entry_named(const store::Session& session, const store::HeadName& head) {
  const auto entry = session.audit().find(head.sequence);
  if (entry && entry->hash.starts_with(head.hash)) return entry->sequence;
  throw Error{ErrorKind::refused,
              message("The data version {0} is not of this database.",
                      fmt::format("{}:{}", head.sequence, head.hash)),
              message("It may be of another one, or of records that a backup has replaced since. "
                      "Export everything once, and go on from there.")};
}

}  // namespace gridvisit::usecase
