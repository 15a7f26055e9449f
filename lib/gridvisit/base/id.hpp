#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace gridvisit {

/// A number that names one record of one kind within one database. 0 names nothing.
template <class Kind>
struct Id {
  std::int64_t value = 0;

  explicit operator bool() const { return value != 0; }
  friend auto operator<=>(Id, Id) = default;
};

}  // namespace gridvisit

template <class Kind>
struct std::hash<gridvisit::Id<Kind>> {
  std::size_t operator()(gridvisit::Id<Kind> id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
