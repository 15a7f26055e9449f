#include "gridvisit/base/pinyin.hpp"

#include <doctest/doctest.h>

using gridvisit::pinyin_initials;

TEST_CASE("a name is found by the initials of its characters") {
  CHECK(pinyin_initials("张明") == "zm");
  CHECK(pinyin_initials("欧阳安宁") == "oyan");
  CHECK(pinyin_initials("吕恩") == "le");
}

TEST_CASE("the first character is read as a surname and the same one later is not") {
  CHECK(pinyin_initials("单曾仇") == "scc");
  CHECK(pinyin_initials("曾单") == "zd");
  CHECK(pinyin_initials("仇") == "q");
}

TEST_CASE("ASCII letters and digits stay in lower case and everything else is left out") {
  CHECK(pinyin_initials("A3 王·b，Ж") == "a3wb");
  CHECK(pinyin_initials("").empty());
}
