#pragma once

#include <string_view>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

struct FoundHouseholds {
  std::vector<Household> households;
  std::size_t total = 0;        ///< how many fit without the limit
  std::vector<Household> near;  ///< that fit but for a slip in the spelling, nearest first; a few
};

/// What fits `text` among the households of `grids` (all if empty), at most `limit` of them.
/// Letters are a name in pinyin or its initials: first those whose whole name it is, then those
/// whose name begins so; only where there are none, and for any other text, those whose code, name
/// or address contains it. In natural order of codes, whole names first.
FoundHouseholds search_households(const store::Session& session, std::string_view text,
                                  const std::vector<AreaId>& grids, std::size_t limit);

/// Those of any grid whose code or name begins with `text`, at most `limit`: what can be told in a
/// moment, however many households there are.
std::vector<Household> households_that_begin(const store::Session& session, std::string_view text,
                                             std::size_t limit);

}  // namespace gridvisit::usecase
