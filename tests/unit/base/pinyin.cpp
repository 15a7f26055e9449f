#include "gridvisit/base/pinyin.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

/// The forms of the character at the byte, `zhang chang`.
std::string forms_at(std::string_view name, std::size_t at) {
  const auto spelled = spelled_at(name, at);
  std::string forms;
  for (std::size_t form = 0; form < spelled.count; ++form)
    forms += (forms.empty() ? "" : " ") + std::string{spelled.forms.at(form)};
  return forms;
}

}  // namespace

TEST_CASE("a surname is read as one") {
  const std::pair<std::string_view, std::string_view> readings[] = {
      {"单", "shan"},    {"曾", "zeng"}, {"仇", "qiu"},  {"解", "xie"},     {"查", "zha"},
      {"盖", "ge gai"},  {"区", "ou"},   {"朴", "piao"}, {"翟", "zhai di"}, {"乐", "yue le"},
      {"覃", "qin tan"}, {"吕", "lv"},   {"尉", "wei"},  {"万", "wan"},     {"缪", "miao"},
      {"张", "zhang"},   {"王", "wang"}, {"欧", "ou"},   {"沈", "shen"},    {"贾", "jia"},
      {"华", "hua"},     {"任", "ren"},  {"宁", "ning"}, {"卜", "bu"},      {"员", "yun"},
  };
  for (const auto& [character, forms] : readings) {
    CAPTURE(character);
    CHECK(forms_at(character, 0) == forms);
  }
}

TEST_CASE("a compound surname is read as one") {
  const std::pair<std::string_view, std::string_view> readings[] = {
      {"尉迟恭", "yu chi gong"},   {"长孙无忌", "zhang sun wu ji"}, {"万俟卨", "mo qi xie"},
      {"令狐冲", "ling hu chong"}, {"单于夫", "chan yu fu"},        {"澹台明", "tan tai ming"},
      {"欧阳安", "ou yang an"},    {"司马光", "si ma guang"},       {"诸葛亮", "zhu ge liang"},
  };
  for (const auto& [name, sound] : readings) CHECK(spelled_out(name) == sound);
}

TEST_CASE("the same character in a given name has its other readings") {
  CHECK(forms_at("张单", 3) == "dan chan shan");
  CHECK(forms_at("王乐", 3) == "le yue");
  CHECK(forms_at("李晟", 3) == "cheng sheng");
  CHECK(forms_at("陈长", 3) == "zhang chang");
}

TEST_CASE("ASCII letters and digits stand for themselves and other signs for nothing") {
  CHECK(forms_at("A3", 0) == "a");
  CHECK(forms_at("A3", 1) == "3");
  CHECK(forms_at("·", 0).empty());
  CHECK(forms_at("Ж", 0).empty());
  CHECK(spelled_at("·王", 0).size == 2);
  CHECK(forms_at("\xff", 0).empty());
}

TEST_CASE("only Han characters are spelled out") {
  CHECK(spelled_out("张明") == "zhang ming");
  CHECK(spelled_out("张M").empty());
  CHECK(spelled_out("").empty());
}

TEST_CASE("a first character that may begin a compound surname tells so") {
  CHECK(spelled_at("尉恭", 0).depends_on_next);
  CHECK_FALSE(spelled_at("张明", 0).depends_on_next);
  CHECK_FALSE(spelled_at("张尉", 3).depends_on_next);
}
