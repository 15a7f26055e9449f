#include "gridvisit/base/ahead.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

using gridvisit::Ahead;

namespace {

/// Puts 0, 1, … up to `count` and tells how many were wanted.
Ahead<int>::Make numbers(int count, std::atomic<int>& wanted) {
  return [count, &wanted](const Ahead<int>::Put& put) {
    for (int number = 0; number < count && put(number); ++number) ++wanted;
  };
}

}  // namespace

TEST_CASE("what is made ahead comes in its order and to its end") {
  for (const std::size_t most : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
    CAPTURE(most);
    std::atomic<int> wanted{0};
    const auto ahead = Ahead<int>::start(most, numbers(500, wanted));
    REQUIRE(ahead);
    std::vector<int> taken;
    while (const auto number = ahead->take()) taken.push_back(*number);
    REQUIRE(taken.size() == 500);
    for (int number = 0; number < 500; ++number)
      CHECK(taken[static_cast<std::size_t>(number)] == number);
    CHECK_FALSE(ahead->take());
  }
}

TEST_CASE("no more is made ahead than may wait") {
  std::atomic<int> wanted{0};
  {
    const auto ahead = Ahead<int>::start(4, numbers(1'000'000, wanted));
    REQUIRE(ahead);
    for (int number = 0; number < 10; ++number) {
      CHECK(ahead->take() == number);
      CHECK(wanted <= number + 1 + 4);
    }
  }
  CHECK(wanted <= 14);
}

TEST_CASE("who takes is told why making failed after all that was made before") {
  const auto ahead = Ahead<int>::start(8, [](const auto& put) {
    put(1);
    put(2);
    throw std::runtime_error{"broken"};
  });
  REQUIRE(ahead);
  CHECK(ahead->take() == 1);
  CHECK(ahead->take() == 2);
  CHECK_THROWS_WITH_AS(ahead->take(), "broken", std::runtime_error);
}
