#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// No household, or more than one, fits what was typed. Every candidate begins with its code;
/// names are masked.
class UnclearHousehold : public Error {
 public:
  using Error::Error;
  UnclearHousehold(Message what, Message hint, std::vector<std::string> candidates,
                   std::vector<std::string> own)
      : Error{ErrorKind::not_found, std::move(what), std::move(hint), std::move(candidates)},
        m_own{std::move(own)} {}

  /// The candidates, with the names of those in the worker's own grids for that worker's eyes.
  const std::vector<std::string>& own() const { return m_own.empty() ? candidates() : m_own; }

 private:
  std::vector<std::string> m_own;
};

/// The grids that the worker holds on the day, in either role; all grids' households are meant
/// where there are none.
std::vector<AreaId> grids_held(const store::Session& session, WorkerId worker, Day day);

/// Whether the household lives in one of the grids, or lived there last.
bool lives_in(const store::Session& session, HouseholdId household,
              const std::vector<AreaId>& grids);

/// The household meant by its code; by the tail of its code, unique in `grids` (all if empty), be
/// it in full-width forms or another case; or by a name, its pinyin or initials, or a part of the
/// name or address, that only one household there has. Nothing is guessed: UnclearHousehold
/// (not_found) names the candidates, also those that would fit but for a slip.
Household find_household(const store::Session& session, std::string_view typed,
                         const std::vector<AreaId>& grids);

}  // namespace gridvisit::usecase
