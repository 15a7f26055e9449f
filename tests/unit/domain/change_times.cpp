#include "gridvisit/domain/change_times.hpp"

#include <doctest/doctest.h>

#include "gridvisit/calendar/day.hpp"

using namespace gridvisit;

namespace {

std::chrono::sys_seconds at(const char* text) {
  return parse_instant(text).value();
}

}  // namespace

TEST_CASE("a field was changed with the whole unless it says otherwise") {
  ChangeTimes times{at("2026-10-05T08:00:00Z")};
  times.set("phone", at("2026-11-03T09:30:00Z"));
  CHECK(times.of("phone") == at("2026-11-03T09:30:00Z"));
  CHECK(times.of("name") == at("2026-10-05T08:00:00Z"));
  CHECK(to_string(times) == "2026-10-05T08:00:00Z;phone@2026-11-03T09:30:00Z");
  times.set("phone", times.whole());
  CHECK(times == ChangeTimes{at("2026-10-05T08:00:00Z")});
}

TEST_CASE("change times are read as they are written") {
  for (const auto* text :
       {"2026-10-05T08:00:00Z", "2026-10-05T08:00:00Z;name@1970-01-01T00:00:00Z",
        "2026-10-05T08:00:00Z;name@2026-10-06T08:00:00Z;phone@2026-11-03T09:30:00Z"}) {
    CAPTURE(text);
    const auto times = parse_change_times(text);
    REQUIRE(times);
    CHECK(to_string(*times) == text);
  }
}

TEST_CASE("what is no list of change times is not taken for one") {
  for (const auto* text :
       {"", "2026-10-05", ";phone@2026-10-05T08:00:00Z", "2026-10-05T08:00:00Z;",
        "2026-10-05T08:00:00Z;phone", "2026-10-05T08:00:00Z;@2026-10-05T08:00:00Z",
        "2026-10-05T08:00:00Z;phone@2026-10-05",
        "2026-10-05T08:00:00Z;phone@2026-10-06T08:00:00Z;phone@2026-10-07T08:00:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_change_times(text));
  }
}
