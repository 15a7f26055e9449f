#include "gridvisit/domain/visit.hpp"

#include <set>

#include <doctest/doctest.h>

#include "gridvisit/domain/category.hpp"

using namespace gridvisit;

TEST_CASE("modes read back as they are written and have Chinese names") {
  for (const auto mode : k_modes) CHECK(parse_mode(to_string(mode)) == mode);
  CHECK(to_string(Mode::door) == "door");
  CHECK(parse_mode("上门") == Mode::door);
  CHECK(parse_mode("面见") == Mode::outside);
  CHECK(parse_mode("来访") == Mode::office);
  CHECK(parse_mode("视频") == Mode::video);
  CHECK(parse_mode("电话") == Mode::phone);
  for (const std::string text : {"短信", "微信", "消息", "微信短信"})
    CHECK(parse_mode(text) == Mode::message);
  for (const std::string text : {"", "Door", "visit", "门"}) CHECK_FALSE(parse_mode(text));
}

TEST_CASE("outcomes read back as they are written and have Chinese names") {
  for (const auto outcome : k_outcomes) CHECK(parse_outcome(to_string(outcome)) == outcome);
  for (const std::string text : {"见到", "已见"}) CHECK(parse_outcome(text) == Outcome::met);
  for (const std::string text : {"不在", "无人", "不在家"})
    CHECK(parse_outcome(text) == Outcome::absent);
  for (const std::string text : {"拒访", "拒绝"}) CHECK(parse_outcome(text) == Outcome::refused);
  for (const std::string text : {"空户", "空置"}) CHECK(parse_outcome(text) == Outcome::vacant);
  for (const std::string text : {"", "MET", "gone"}) CHECK_FALSE(parse_outcome(text));
}

TEST_CASE("a time of day lies between midnight and the minute before the next") {
  CHECK(parse_time_of_day("00:00") == TimeOfDay{0});
  CHECK(parse_time_of_day("09:05") == TimeOfDay{9 * 60 + 5});
  CHECK(parse_time_of_day("23:59") == TimeOfDay{24 * 60 - 1});
  CHECK(time_to_string(TimeOfDay{9 * 60 + 5}) == "09:05");
  for (const std::string text :
       {"", "9:05", "24:00", "23:60", "09-05", "09:5", "09:05 ", "-1:00", "1::30"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time_of_day(text));
  }
}

TEST_CASE("the built-in categories have unique codes and names in both languages") {
  std::set<std::string> codes;
  for (const auto& category : built_in_categories()) {
    CAPTURE(category.code);
    CHECK(codes.insert(category.code).second);
    CHECK_FALSE(category.name_zh.empty());
    CHECK_FALSE(category.name_en.empty());
  }
  CHECK(codes.size() == 18);
}

TEST_CASE("categories belong to the groups that the norms speak of") {
  const auto members = [](std::string_view group) {
    std::set<std::string> codes;
    for (const auto& category : built_in_categories())
      for (const auto& own : category.groups)
        if (own == group) codes.insert(category.code);
    return codes;
  };
  CHECK(members("special").size() == 10);
  CHECK(members("hardship") == std::set<std::string>{"extreme-poverty", "hardship", "low-income"});
  CHECK(members("key") ==
        std::set<std::string>{"community-correction", "drug-rehab", "psychiatric", "released"});
}
