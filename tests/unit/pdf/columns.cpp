#include "pdf/columns.hpp"

#include <numeric>

#include <doctest/doctest.h>

using namespace gridvisit::pdf;

namespace {

using Widths = std::vector<double>;

bool are_near(const Widths& left, const Widths& right) {
  REQUIRE(left.size() == right.size());
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] != doctest::Approx(right[i]).epsilon(0.001)) return false;
  return true;
}

}  // namespace

TEST_CASE("columns that have room are as wide as they would be") {
  const std::vector<Wish> wishes{{40, 20}, {60, 60}};
  CHECK(fitted(wishes, 100) == Widths{40, 60});
  CHECK(fitted(wishes, 500) == Widths{40, 60});
  CHECK(fitted({}, 100).empty());
}

TEST_CASE("the widest columns give way first and a number never does") {
  const std::vector<Wish> wishes{{40, 20}, {300, 50}, {200, 50}, {30, 30}};
  CHECK(are_near(fitted(wishes, 370), {40, 150, 150, 30}));
  CHECK(are_near(fitted(wishes, 160), {30, 50, 50, 30}));
}

TEST_CASE("where not even the least has room every column gives up the same share") {
  const std::vector<Wish> wishes{{100, 100}, {300, 300}};
  CHECK(are_near(fitted(wishes, 200), {50, 150}));
}

TEST_CASE("a limit narrows only what may be narrowed") {
  const std::vector<Wish> wishes{{100, 80}, {300, 20}};
  CHECK(width_within(wishes, 50) == 130);
  CHECK(width_within(wishes, 0) == 100);
  CHECK(width_within(wishes, 1000) == 400);
}
