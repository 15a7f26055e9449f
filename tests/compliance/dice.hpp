#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace gridvisit::town {

/// Random choices that are the same for the same seed on every machine (the distributions of the
/// standard library are not).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_engine{seed} {}

  /// 0 … count − 1.
  int below(int count) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(count)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class Values>
  const auto& one_of(const Values& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }
  /// Some of `values`, at least one, in their order.
  template <class Values>
  auto some_of(const Values& values) {
    std::vector<typename Values::value_type> result;
    for (const auto& value : values)
      if (chance(50)) result.push_back(value);
    if (result.empty()) result.push_back(one_of(values));
    return result;
  }

 private:
  std::mt19937_64 m_engine;
};

}  // namespace gridvisit::town
