#include "gridvisit/calendar/workdays.hpp"

#include <doctest/doctest.h>

#include "unit/calendar/calendar_words.hpp"

using namespace gridvisit;

TEST_CASE("without a table Monday to Friday are worked") {
  const Workdays workdays;
  CHECK(workdays.contains(day("2026-10-05")));
  CHECK(workdays.contains(day("2026-10-09")));
  CHECK_FALSE(workdays.contains(day("2026-10-10")));
  CHECK_FALSE(workdays.contains(day("2026-10-11")));
  CHECK(workdays.count(period("2026-10").range()) == 22);
  CHECK(workdays.count(days("2026-10-10", "2026-10-11")) == 0);
}

TEST_CASE("holidays are taken off and make-up days are put on") {
  const Workdays workdays{{day("2026-10-01"), day("2026-10-02"), day("2026-10-03")},
                          {day("2026-10-10")}};
  CHECK_FALSE(workdays.contains(day("2026-10-01")));
  CHECK_FALSE(workdays.contains(day("2026-10-03")));
  CHECK(workdays.contains(day("2026-10-10")));
  CHECK(workdays.count(period("2026-10").range()) == 22 - 2 + 1);
}

TEST_CASE("a day that is both a holiday and made up is worked") {
  const Workdays workdays{{day("2026-10-10")}, {day("2026-10-10")}};
  CHECK(workdays.contains(day("2026-10-10")));
}
