#include "gridvisit/calendar/period.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

TEST_CASE("every period's name reads back as the same period") {
  for (const auto* name : {"2026-10-05", "2026-W41", "2026-10a", "2026-10b", "2026-10", "2026-Q4",
                           "2026-H2", "2026", "2026-W53", "2024-02b"}) {
    CAPTURE(name);
    const auto period = parse_period(name);
    REQUIRE(period);
    CHECK(to_string(*period) == name);
  }
}
