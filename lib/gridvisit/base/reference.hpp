#pragma once

#include "gridvisit/base/error.hpp"

namespace gridvisit {

/// Error(damaged): what a record of the database refers to is not in it.
[[noreturn]] void throw_dangling();

/// The entry of `map` for what a record refers to; throw_dangling() if there is none.
template <class Map>
const typename Map::mapped_type& referred_to(const Map& map, const typename Map::key_type& key) {
  const auto entry = map.find(key);
  if (entry == map.end()) throw_dangling();
  return entry->second;
}

/// What a search for something that a record refers to has found.
template <class Found>
const Found& referred_to(const Found* found) {
  if (found == nullptr) throw_dangling();
  return *found;
}

}  // namespace gridvisit
