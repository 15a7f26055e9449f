#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace town {

/// A small generator (splitmix64) that gives the same numbers on every machine and with every
/// standard library, which <random>'s distributions do not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state{seed} {}

  std::uint64_t next() {
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }

  /// 0 … limit − 1; `limit` is positive.
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }

  template <class List>
  const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
  }

 private:
  std::uint64_t m_state;
};

}  // namespace town
