#include "gridvisit/calendar/period.hpp"

#include <doctest/doctest.h>

#include "unit/calendar/calendar_words.hpp"

using namespace gridvisit;

namespace {

constexpr auto k_kinds = {PeriodKind::day,   PeriodKind::week,    PeriodKind::half_month,
                          PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year,
                          PeriodKind::year};

struct Edges {
  std::string name;
  std::string first;
  std::string last;
};

std::vector<std::string> names(const std::vector<Period>& periods) {
  std::vector<std::string> result;
  for (const auto& each : periods) result.push_back(to_string(each));
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("every period's name reads back as the same period") {
  for (const std::string name : {"2026-10-05", "2026-W41", "2026-10a", "2026-10b", "2026-10",
                                 "2026-Q4", "2026-H2", "2026", "2026-W53", "2024-02b"}) {
    CAPTURE(name);
    const auto period = parse_period(name);
    REQUIRE(period);
    CHECK(to_string(*period) == name);
  }
}

TEST_CASE("a period has both its first and its last day") {
  for (const auto& [name, first, last] : {Edges{"2026-10-05", "2026-10-05", "2026-10-05"},
                                          {"2026-W41", "2026-10-05", "2026-10-11"},
                                          {"2026-10a", "2026-10-01", "2026-10-15"},
                                          {"2026-10b", "2026-10-16", "2026-10-31"},
                                          {"2026-11b", "2026-11-16", "2026-11-30"},
                                          {"2026-02b", "2026-02-16", "2026-02-28"},
                                          {"2024-02b", "2024-02-16", "2024-02-29"},
                                          {"2026-02", "2026-02-01", "2026-02-28"},
                                          {"2024-02", "2024-02-01", "2024-02-29"},
                                          {"2026-Q1", "2026-01-01", "2026-03-31"},
                                          {"2026-Q4", "2026-10-01", "2026-12-31"},
                                          {"2026-H1", "2026-01-01", "2026-06-30"},
                                          {"2026-H2", "2026-07-01", "2026-12-31"},
                                          {"2024", "2024-01-01", "2024-12-31"}}) {
    CAPTURE(name);
    CHECK(period(name).range() == days(first, last));
  }
  CHECK(period("2024").days() == 366);
  CHECK(period("1900").days() == 365);
  CHECK(period("2000-02").days() == 29);
}

TEST_CASE("weeks belong to the year of their Thursday") {
  CHECK(period("2026-W01").first == day("2025-12-29"));
  CHECK(period("2026-W53").last == day("2027-01-03"));
  CHECK(period("2027-W01").first == day("2027-01-04"));
  CHECK(period("2021-W01").first == day("2021-01-04"));
  CHECK(period("2020-W53").last == day("2021-01-03"));
  CHECK(to_string(period_containing(PeriodKind::week, day("2024-12-31"))) == "2025-W01");
  CHECK(to_string(period_containing(PeriodKind::week, day("2023-01-01"))) == "2022-W52");
  CHECK_FALSE(parse_period("2025-W53"));
}

TEST_CASE("what names no period is none") {
  for (const std::string text :
       {"",           "202",       "20261",   "2026-",    "2026-1",     "2026-00", "2026-13",
        "2026-10c",   "2026-1a",   "2026-W0", "2026-W00", "2026-W54",   "2026-W1", "2026-Q0",
        "2026-Q5",    "2026-H3",   "2026-Q",  "2026-q4",  "2026-w41",   "0000",    "0000-01",
        "2026-10-32", "2026-10-5", " 2026",   "2026 ",    "2026-10-055"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
  CHECK_FALSE(parse_period(std::string_view{"2026-10\0", 8}));
}

TEST_CASE("each day lies in one period of every kind and the periods follow without a gap") {
  for (const auto kind : k_kinds) {
    for (Day at = day("2023-12-25"); at <= day("2025-01-10"); at += std::chrono::days{1}) {
      const auto own = period_containing(kind, at);
      CHECK_MESSAGE(own.contains(at), to_string(kind), " ", to_string(at));
      CHECK(next(own).first == own.last + std::chrono::days{1});
      CHECK(previous(next(own)) == own);
      CHECK(period_containing(kind, own.last) == own);
    }
  }
}

TEST_CASE("the kinds read back as they are written") {
  for (const auto kind : k_kinds) CHECK(parse_period_kind(to_string(kind)) == kind);
  CHECK(to_string(PeriodKind::half_month) == "half-month");
  for (const std::string text : {"", "fortnight", "Month", "half_month"})
    CHECK_FALSE(parse_period_kind(text));
}

TEST_CASE("a period belongs to the one that holds its last day") {
  CHECK(names(periods_in(period("2026-10"), PeriodKind::week, day("2026-12-31"))) ==
        Names{"2026-W40", "2026-W41", "2026-W42", "2026-W43"});
  CHECK(names(periods_in(period("2026-11"), PeriodKind::week, day("2026-12-31"))).front() ==
        "2026-W44");
  CHECK(names(periods_in(period("2026-10"), PeriodKind::half_month, day("2026-12-31"))) ==
        Names{"2026-10a", "2026-10b"});
  CHECK(periods_in(period("2026"), PeriodKind::month, day("2026-12-31")).size() == 12);
  CHECK(periods_in(period("2026"), PeriodKind::week, day("2027-01-31")).size() == 52);
}

TEST_CASE("a period belongs to another only once it has begun") {
  CHECK(names(periods_in(period("2026"), PeriodKind::quarter, day("2026-07-01"))) ==
        Names{"2026-Q1", "2026-Q2", "2026-Q3"});
  CHECK(names(periods_in(period("2026"), PeriodKind::quarter, day("2026-06-30"))) ==
        Names{"2026-Q1", "2026-Q2"});
  CHECK(periods_in(period("2026-10"), PeriodKind::month, day("2026-09-30")).empty());
  CHECK(periods_in(period("2026-10"), PeriodKind::year, day("2026-10-31")).empty());
}

TEST_CASE("a year has twelve months whichever of its days is named") {
  const auto months = months_of_year(day("2024-12-31"));
  REQUIRE(months.size() == 12);
  CHECK(to_string(months.front()) == "2024-01");
  CHECK(to_string(months.back()) == "2024-12");
  CHECK(months_of_year(day("2024-01-01")) == months);
}
