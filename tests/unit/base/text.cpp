#include "gridvisit/base/text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

using Texts = std::vector<std::string>;

Texts in_natural_order(Texts texts) {
  std::ranges::sort(texts, NaturalLess{});
  return texts;
}

}  // namespace

TEST_CASE("valid UTF-8 has no invalid byte") {
  for (const std::string text :
       {"", "abc", "张三", "é", "👨‍👩‍👧", "\x7f", "\xf4\x8f\xbf\xbf"}) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(text));
  }
}

TEST_CASE("the first invalid byte is found where it stands") {
  CHECK(find_invalid_utf8("ab\xff") == 2U);
  CHECK(find_invalid_utf8("张\x80") == 3U);
  CHECK(find_invalid_utf8("a\xe5\xbc") == 1U);                  // cut short
  CHECK(find_invalid_utf8("\xc0\xaf") == 0U);                   // longer than needed
  CHECK(find_invalid_utf8("\xed\xa0\x80") == 0U);               // half of a surrogate pair
  CHECK(find_invalid_utf8("\xf4\x90\x80\x80") == 0U);           // past the last code point
  CHECK(find_invalid_utf8(std::string_view{"a\0b", 3}) == 1U);  // NUL
}

TEST_CASE("control and bidirectional characters may not stand in a field") {
  CHECK_FALSE(find_forbidden_character("血压偏高 ok", false));
  CHECK(find_forbidden_character("a\x1b[31m", false) == 1U);
  CHECK(find_forbidden_character("a\x7f", true) == 1U);
  CHECK(find_forbidden_character("张\xc2\x85", true) == 3U);     // a C1 control
  CHECK(find_forbidden_character("a\xe2\x80\xae", true) == 1U);  // U+202E
  CHECK(find_forbidden_character("\xd8\x9c", true) == 0U);       // U+061C
  CHECK(find_forbidden_character("\xe2\x81\xa6", true) == 0U);   // U+2066
}

TEST_CASE("newline and tab may stand only where lines may") {
  CHECK_FALSE(find_forbidden_character("a\n\tb", true));
  CHECK(find_forbidden_character("a\nb", false) == 1U);
  CHECK(find_forbidden_character("a\tb", false) == 1U);
  CHECK(find_forbidden_character("a\rb", true) == 1U);
}

TEST_CASE("controls are shown as escapes and all else stays") {
  CHECK(with_visible_controls("张\x1b[0m") == "张\\x1b[0m");
  CHECK(with_visible_controls("a\xe2\x80\xae"
                              "b") == "a\\u202eb");
  CHECK(with_visible_controls("\xc2\x85") == "\\x85");
  CHECK(with_visible_controls("\xff!") == "\\xff!");
}

TEST_CASE("the same name typed two ways is composed to the same text") {
  CHECK(to_nfc("e\xcc\x81") == "é");
  CHECK(to_nfc("张三") == "张三");
  CHECK(to_nfc("plain") == "plain");
}

TEST_CASE("folding treats an ASCII character alone as it does beside others") {
  for (char c = 1; c < 0x7f; ++c) {
    const std::string alone{c};
    CHECK(fold(alone + "周") == fold(alone) + "周");
  }
}

TEST_CASE("folding makes case and full-width forms equal") {
  CHECK(fold("ＡＢｃ１２") == "abc12");
  CHECK(fold("STRASSE") == fold("Straße"));
  CHECK(fold("周一") == "周一");
}

TEST_CASE("trimming takes spaces off both ends and full-width ones too") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim("　张三　 ") == "张三");
  CHECK(trim("　a　b") == "a　b");
  CHECK(trim(" 　\t") == "");
  CHECK(trim("") == "");
}

TEST_CASE("splitting keeps empty parts and joining undoes it") {
  CHECK(split("a;;b;", ';') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ';') == std::vector<std::string_view>{""});
  CHECK(join(Texts{"a", "", "b"}, "; ") == "a; ; b");
  CHECK(join(Texts{}, ",").empty());
}

TEST_CASE("an integer is the whole text in decimal") {
  CHECK(parse_integer("42") == 42);
  CHECK(parse_integer("-7") == -7);
  CHECK(parse_integer("010") == 10);
  CHECK(parse_integer("9223372036854775807") == 9223372036854775807LL);
  for (const std::string text :
       {"", "-", "+1", " 1", "1 ", "1.0", "0x1f", "９", "9223372036854775808"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_integer(text));
  }
}

TEST_CASE("natural order compares runs of digits as numbers") {
  CHECK(in_natural_order({"10", "9", "2", "1"}) == Texts{"1", "2", "9", "10"});
  CHECK(in_natural_order({"3-10-1", "3-2-501", "3-2-51"}) == Texts{"3-2-51", "3-2-501", "3-10-1"});
  CHECK(in_natural_order({"G10", "G2", "G", "W1", "G02"}) == Texts{"G", "G02", "G2", "G10", "W1"});
  CHECK(in_natural_order({"10号", "2号", "2"}) == Texts{"2", "2号", "10号"});
  CHECK(compare_natural("99999999999999999999", "100000000000000000000") < 0);
}

TEST_CASE("in natural order only equal texts are equal") {
  CHECK(compare_natural("a1", "a1") == 0);
  CHECK(compare_natural("01", "1") < 0);
  CHECK(compare_natural("1", "01") > 0);
  CHECK(compare_natural("01b", "1a") > 0);
  CHECK(compare_natural("", "a") < 0);
}

TEST_CASE("the nearest names are those close in spelling with the nearest first") {
  const Texts known{"report", "record", "import", "export", "restore"};
  CHECK(nearest("raport", known) == Texts{"report", "export", "import"});
  CHECK(nearest("improt", known).front() == "import");
  CHECK(nearest("REPORT", known).front() == "report");
  CHECK(nearest("raport", known, 1).size() == 1);
  CHECK(nearest("zzzzzz", known).empty());
}

TEST_CASE("names in Chinese are near only if most of their characters agree") {
  const Texts known{"东风社区", "东方社区", "西岭街道"};
  CHECK(nearest("东凤社区", known) == Texts{"东方社区", "东风社区"});
  CHECK(nearest("张三", Texts{"李四", "张四"}) == Texts{"张四"});
  CHECK(nearest("a", Texts{"am", "b"}) == Texts{"am"});  // nothing of b is alike
}
