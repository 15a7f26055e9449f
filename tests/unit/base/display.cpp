#include "gridvisit/base/display.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Han and full-width characters take two columns") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("张三") == 4);
  CHECK(display_width("，。（）") == 8);
  CHECK(display_width("ＡＢ") == 4);
  CHECK(display_width("3号楼") == 5);
  CHECK(display_width("ｱ") == 1);
}

TEST_CASE("combining marks take no column") {
  CHECK(display_width("e\xcc\x81") == 1);
  CHECK(display_width("n\xcc\x83o\xcc\x88") == 2);
  CHECK(display_width("a\xe2\x80\x8b") == 1);  // a zero-width space
}

TEST_CASE("an emoji takes two columns however many code points it has") {
  CHECK(display_width("😀") == 2);
  CHECK(display_width("👨‍👩‍👧") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("🇨🇳") == 2);
  CHECK(display_width("1️⃣") == 2);
  CHECK(display_width("\xef\xb8\x8f") == 0);  // a selector with nothing to select
  CHECK(display_width(" \xef\xb8\x8f") == 1);
}

TEST_CASE("text that is too long is cut at whole characters and marked") {
  CHECK(truncate_to("张三李四", 8) == "张三李四");
  CHECK(truncate_to("张三李四", 7) == "张三李…");
  CHECK(truncate_to("张三李四", 6) == "张三…");
  CHECK(truncate_to("abcdef", 4) == "abc…");
  CHECK(truncate_to("ab", 1) == "…");
  CHECK(truncate_to("ab", 0) == "");
  CHECK(truncate_to("👨‍👩‍👧家", 3) == "👨‍👩‍👧…");
  CHECK(truncate_to("", 0) == "");
}

TEST_CASE("truncated text never takes more columns than it may") {
  const std::string text = "3-2-501 张三丰 e\xcc\x81t\xc3\xa9 👍🏽 完";
  for (std::size_t columns = 0; columns <= display_width(text); ++columns) {
    CAPTURE(columns);
    CHECK(display_width(truncate_to(text, columns)) <= columns);
  }
}

TEST_CASE("padding fills to the columns and never cuts") {
  CHECK(pad_to("张", 4) == "张  ");
  CHECK(pad_to("张", 4, Align::right) == "  张");
  CHECK(pad_to("张三", 3) == "张三");
  CHECK(pad_to("", 2) == "  ");
}

TEST_CASE("lines are broken at spaces") {
  CHECK(wrap_to("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap_to("one two three", 100) == Lines{"one two three"});
  CHECK(wrap_to("one  two", 4) == Lines{"one", "two"});
  CHECK(wrap_to("", 10) == Lines{""});
}

TEST_CASE("Han text is broken anywhere but words in it are not") {
  CHECK(wrap_to("一二三四五", 4) == Lines{"一二", "三四", "五"});
  CHECK(wrap_to("一二三四五", 5) == Lines{"一二", "三四", "五"});
  CHECK(wrap_to("请用report命令", 8) == Lines{"请用", "report命", "令"});
}

TEST_CASE("line ends in the text stay and no line ends with a space") {
  CHECK(wrap_to("one \ntwo", 10) == Lines{"one", "two"});
  CHECK(wrap_to("one\n\ntwo ", 10) == Lines{"one", "", "two"});
}

TEST_CASE("a word longer than a line has a line for itself") {
  CHECK(wrap_to("abcdefgh", 3) == Lines{"abcdefgh"});
  CHECK(wrap_to("a bcdefgh ij", 4) == Lines{"a", "bcdefgh", "ij"});
  CHECK(wrap_to("一二", 1) == Lines{"一", "二"});
}

TEST_CASE("a line does not begin with a closing mark") {
  CHECK(wrap_to("一二，三四。", 4) == Lines{"一", "二，", "三", "四。"});
  CHECK(wrap_to("（一二）三", 6) == Lines{"（一", "二）三"});
}
