#include "gridvisit/calendar/day_words.hpp"

#include <doctest/doctest.h>

#include "unit/calendar/calendar_words.hpp"

using namespace gridvisit;

namespace {

struct Said {
  std::string word;
  std::string meant;
};

/// A Wednesday.
Day today() {
  return day("2026-10-07");
}

}  // namespace

TEST_CASE("days are understood as people say them in both languages") {
  for (const auto& [word, meant] : {Said{"today", "2026-10-07"},
                                    {"今天", "2026-10-07"},
                                    {"yesterday", "2026-10-06"},
                                    {"昨天", "2026-10-06"},
                                    {"前天", "2026-10-05"},
                                    {"大前天", "2026-10-04"},
                                    {"3天前", "2026-10-04"},
                                    {"１２天前", "2026-09-25"},
                                    {"10月5日", "2026-10-05"},
                                    {"10月12号", "2025-10-12"},
                                    {"-0d", "2026-10-07"},
                                    {"-2d", "2026-10-05"},
                                    {"-10d", "2026-09-27"},
                                    {"2026-10-05", "2026-10-05"},
                                    {"2027-01-01", "2027-01-01"},
                                    {"TODAY", "2026-10-07"},
                                    {"１０-０５", "2026-10-05"},
                                    {"今日", "2026-10-07"},
                                    {"昨日", "2026-10-06"},
                                    {"day before yesterday", "2026-10-05"},
                                    {"两天前", "2026-10-05"},
                                    {"十天前", "2026-09-27"},
                                    {"3 days ago", "2026-10-04"},
                                    {"1 day ago", "2026-10-06"},
                                    {"2d ago", "2026-10-05"},
                                    {"2026年10月5日", "2026-10-05"},
                                    {"2026年10月05号", "2026-10-05"},
                                    {"2026/10/5", "2026-10-05"},
                                    {"2026.10.05", "2026-10-05"},
                                    {"2026-10-5", "2026-10-05"},
                                    {"20261005", "2026-10-05"},
                                    {"5号", "2026-10-05"},
                                    {"31日", "2026-08-31"},
                                    {"oct 5", "2026-10-05"},
                                    {"5 Oct", "2026-10-05"},
                                    {"October 12", "2025-10-12"},
                                    {"5 october 2026", "2026-10-05"},
                                    {"Oct 5, 2026", "2026-10-05"},
                                    {"last fri", "2026-10-02"},
                                    {"last wed", "2026-09-30"},
                                    {"本周一", "2026-10-05"},
                                    {"这周五", "2026-10-09"},
                                    {"上个周五", "2026-10-02"},
                                    {"上礼拜五", "2026-10-02"}}) {
    CAPTURE(word);
    CHECK(parse_day(word, today()) == day(meant));
  }
}

TEST_CASE("a weekday is the latest one that is not after today") {
  for (const auto& [word, meant] : {Said{"wed", "2026-10-07"},
                                    {"tue", "2026-10-06"},
                                    {"monday", "2026-10-05"},
                                    {"Mon", "2026-10-05"},
                                    {"sun", "2026-10-04"},
                                    {"sat", "2026-10-03"},
                                    {"fri", "2026-10-02"},
                                    {"thu", "2026-10-01"},
                                    {"周一", "2026-10-05"},
                                    {"星期三", "2026-10-07"},
                                    {"周日", "2026-10-04"},
                                    {"周天", "2026-10-04"},
                                    {"礼拜天", "2026-10-04"},
                                    {"tues", "2026-10-06"},
                                    {"星期天", "2026-10-04"}}) {
    CAPTURE(word);
    CHECK(parse_day(word, today()) == day(meant));
  }
}

TEST_CASE("a weekday of last week is one of the seven days before this Monday") {
  for (const auto& [word, meant] : {Said{"上周一", "2026-09-28"},
                                    {"上周三", "2026-09-30"},
                                    {"上周五", "2026-10-02"},
                                    {"上星期天", "2026-10-04"}}) {
    CAPTURE(word);
    CHECK(parse_day(word, today()) == day(meant));
  }
  CHECK(parse_day("上周日", day("2026-10-04")) == day("2026-09-27"));
  CHECK(parse_day("上周一", day("2026-10-05")) == day("2026-09-28"));
}

TEST_CASE("month and day without a year look back") {
  CHECK(parse_day("10-07", today()) == day("2026-10-07"));
  CHECK(parse_day("10-08", today()) == day("2025-10-08"));
  CHECK(parse_day("12-31", today()) == day("2025-12-31"));
  CHECK(parse_day("02-29", today()) == day("2024-02-29"));
  CHECK(parse_day("02-29", day("1903-01-01")) == day("1896-02-29"));
}

TEST_CASE("an unknown word is no day") {
  for (const std::string word : {"",
                                 "tomorrow",
                                 "明天",
                                 "-d",
                                 "2d",
                                 "--2d",
                                 "-2w",
                                 "-99999999d",
                                 "02-30",
                                 "13-01",
                                 "1-5",
                                 "mo",
                                 "周八",
                                 "today ",
                                 "5",
                                 "上周",
                                 "上周八",
                                 "天前",
                                 "-1天前",
                                 "月日",
                                 "2月30日",
                                 "13月1日",
                                 "上昨天",
                                 "10/5",
                                 "10.5",
                                 "5/10/2026",
                                 "last mon",
                                 "last",
                                 "last yesterday",
                                 "20261305",
                                 "2026年2月30日",
                                 "32号",
                                 "oct",
                                 "oct 32",
                                 "october5",
                                 "123456789",
                                 "本tue",
                                 "百天前"}) {
    CAPTURE(word);
    CHECK_FALSE(parse_day(word, today()));
  }
}

TEST_CASE("what may mean several days is none of them and they are named") {
  const auto readings = [](std::string_view text) {
    std::vector<std::string> texts;
    for (const auto reading : possible_readings(text, today())) texts.push_back(to_string(reading));
    return texts;
  };
  using Texts = std::vector<std::string>;
  CHECK(readings("10/5") == Texts{"2026-10-05", "2026-05-10"});
  CHECK(readings("10.5") == Texts{"2026-10-05", "2026-05-10"});
  CHECK(readings("5/5") == Texts{"2026-05-05"});
  CHECK(readings("13/9") == Texts{"2026-09-13"});
  CHECK(readings("1-5") == Texts{"2026-01-05"});
  CHECK(readings("5/10/2026") == Texts{"2026-05-10", "2026-10-05"});
  CHECK(readings("last mon") == Texts{"2026-10-05", "2026-09-28"});
  for (const std::string none : {"", "today", "10-05", "tomorrow", "13/32", "last fri", "1/2/3"}) {
    CAPTURE(none);
    CHECK(readings(none).empty());
  }
}

TEST_CASE("a word for a day that is misspelt finds the nearest") {
  CHECK(nearest_day_words("yestreday").front() == "yesterday");
  CHECK(nearest_day_words("上周无").size() == 3);
  CHECK(nearest_day_words("carrier pigeon").empty());
}

TEST_CASE("months are understood as people say them") {
  for (const auto& [word, meant] :
       {Said{"this", "2026-10"}, {"本月", "2026-10"},      {"last", "2026-09"},
        {"上月", "2026-09"},     {"上个月", "2026-09"},    {"这个月", "2026-10"},
        {"2026-12", "2026-12"},  {"10", "2026-10"},        {"9", "2026-09"},
        {"09", "2026-09"},       {"11", "2025-11"},        {"1", "2026-01"},
        {"oct", "2026-10"},      {"November", "2025-11"},  {"oct 2025", "2025-10"},
        {"10月", "2026-10"},     {"2026年9月", "2026-09"}, {"2026/9", "2026-09"},
        {"去年12月", "2025-12"}, {"今年1月", "2026-01"},   {"last month", "2026-09"}}) {
    CAPTURE(word);
    CHECK(parse_month(word, today()) == period(meant));
  }
  CHECK(parse_month("last", day("2026-01-31")) == period("2025-12"));
}

TEST_CASE("what is no month is refused") {
  for (const std::string word : {"", "0", "13", "010", "-1", "2026", "2026-13", "2026-10a", "next",
                                 "octo", "去年", "10/5", "13月"}) {
    CAPTURE(word);
    CHECK_FALSE(parse_month(word, today()));
  }
}

TEST_CASE("years are understood as people say them") {
  CHECK(parse_year("this", today()) == period("2026"));
  CHECK(parse_year("今年", today()) == period("2026"));
  CHECK(parse_year("last", today()) == period("2025"));
  CHECK(parse_year("去年", today()) == period("2025"));
  CHECK(parse_year("2024", today()) == period("2024"));
  CHECK(parse_year("2024年", today()) == period("2024"));
  CHECK(parse_year("前年", today()) == period("2024"));
  CHECK(parse_year("last year", today()) == period("2025"));
  for (const std::string word : {"", "26", "2026-10", "0000", "year"}) {
    CAPTURE(word);
    CHECK_FALSE(parse_year(word, today()));
  }
}

TEST_CASE("no word names a day before the first one") {
  const auto first = day("0001-01-01");
  CHECK_FALSE(parse_day("yesterday", first));
  CHECK_FALSE(parse_day("-2d", first));
  CHECK_FALSE(parse_month("last", first));
  CHECK_FALSE(parse_month("12", first));
  CHECK_FALSE(parse_year("last", first));
}
