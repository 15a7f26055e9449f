#include "gridvisit/calendar/day.hpp"

#include <doctest/doctest.h>

#include "unit/calendar/calendar_words.hpp"

using namespace gridvisit;

TEST_CASE("a day reads back as it is written") {
  for (const std::string text :
       {"2026-10-05", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    CAPTURE(text);
    CHECK(to_string(day(text)) == text);
  }
}

TEST_CASE("what is not exactly a day of the calendar is none") {
  for (const std::string text :
       {"", "2026-10-5", "2026-10-05 ", " 2026-10-05", "2026/10/05", "20261005", "2026-02-30",
        "2026-13-01", "2026-00-10", "2026-01-00", "2023-02-29", "1900-02-29", "0000-01-01",
        "-026-10-05", "2026-1a-05", "２０２６-10-05"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_day(text));
  }
}

TEST_CASE("a range holds both its ends") {
  const auto range = days("2026-02-27", "2026-03-01");
  CHECK(range.days() == 3);
  CHECK(range.contains(day("2026-02-27")));
  CHECK(range.contains(day("2026-03-01")));
  CHECK_FALSE(range.contains(day("2026-02-26")));
  CHECK_FALSE(range.contains(day("2026-03-02")));
  CHECK(DayRange{}.contains(day("2026-03-02")));
}

TEST_CASE("ranges overlap if they share a day and share what lies in both") {
  const auto range = days("2026-10-10", "2026-10-20");
  CHECK(intersection(range, days("2026-10-20", "2026-10-30")) == days("2026-10-20", "2026-10-20"));
  CHECK(intersection(days("2026-10-12", "2026-10-15"), range) == days("2026-10-12", "2026-10-15"));
  CHECK(intersection(range, DayRange{}) == range);
  CHECK_FALSE(intersection(range, days("2026-10-21", "2026-10-30")));
  CHECK_FALSE(intersection(range, days("2026-10-01", "2026-10-09")));
}

TEST_CASE("an instant reads back as it is written and leads zeros") {
  for (const std::string text :
       {"2026-10-05T08:00:09Z", "2026-12-31T23:59:59Z", "2026-01-01T00:00:00Z"}) {
    CAPTURE(text);
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    CHECK(to_string(*instant) == text);
  }
}

TEST_CASE("what is not exactly an instant in UTC is none") {
  for (const std::string text :
       {"", "2026-10-05", "2026-10-05T08:00:00", "2026-10-05 08:00:00Z", "2026-10-05T24:00:00Z",
        "2026-10-05T08:60:00Z", "2026-10-05T08:00:60Z", "2026-02-30T08:00:00Z",
        "2026-10-05T08:00:00+"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text));
  }
}
