#include "compliance/campaign.hpp"

#include <cstdlib>

#include <doctest/doctest.h>

namespace gridvisit::town {
namespace {

std::uint64_t towns() {
  constexpr std::uint64_t k_usual = 600, k_long = 100'000;
  return std::getenv("GRIDVISIT_LONG") ? k_long : k_usual;
}

}  // namespace

PolicyBook book_of(const Town& town) {
  return PolicyBook{{town.policies.begin() + 1, town.policies.end()}};
}

void check_towns(const std::function<std::string(const Town&)>& differs) {
  std::uint64_t agreed = 0;
  for (std::uint64_t seed = 1; seed <= towns(); ++seed) {
    const auto town = random_town(seed);
    if (differs(town).empty()) {
      ++agreed;
      continue;
    }
    const auto small = shrunk(town, [&](const Town& other) { return !differs(other).empty(); });
    FAIL("seed ", seed, ": - engine, + brute force", differs(small), "\n", described(small));
  }
  CHECK(agreed == towns());
}

}  // namespace gridvisit::town
