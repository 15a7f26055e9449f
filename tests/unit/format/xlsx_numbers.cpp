#include <doctest/doctest.h>

#include "gridvisit/format/cell_name.hpp"
#include "gridvisit/format/xlsx/number_format.hpp"
#include "gridvisit/format/xlsx/rich_text.hpp"

using namespace gridvisit::format;
using namespace gridvisit::format::xlsx;

TEST_CASE("format codes of days and times and plain numbers are told apart") {
  for (const auto* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "m/d",
                           "mmm", "aaaa", "[DBNum1][$-804]yyyy\"年\"m\"月\";@"})
    CHECK(number_format_of(code).kind == NumberKind::day);
  for (const auto* code : {"h:mm", "hh\"时\"mm\"分\"", "[h]:mm:ss", "mm:ss.0", "h:mm AM/PM",
                           "上午/下午h\"时\"mm\"分\""})
    CHECK(number_format_of(code).kind == NumberKind::time);
  for (const auto* code : {"yyyy-mm-dd hh:mm", "m/d/yy h:mm", "yyyy-mm-dd\"T\"hh:mm:ss\"Z\""})
    CHECK(number_format_of(code).kind == NumberKind::day_and_time);
  for (const auto* code : {"General", "0.00", "#,##0;[Red]-#,##0", "\"days\"0", "0.00E+00", "@",
                           "_ ¥* #,##0_ ;", "0\\d", "[Red]0", "G/通用格式"})
    CHECK(number_format_of(code).kind == NumberKind::plain);
}

TEST_CASE("a format of zeros and one in UTC are known") {
  CHECK(number_format_of("000000").least_digits == 6);
  CHECK(number_format_of("0").least_digits == 1);
  CHECK(number_format_of("0.00").least_digits == 0);
  CHECK(number_format_of("yyyy-mm-dd\"T\"hh:mm:ss\"Z\"").is_utc);
  CHECK_FALSE(number_format_of("yyyy-mm-dd hh:mm:ss").is_utc);
}

TEST_CASE("an instant in UTC keeps its seconds") {
  const auto format = number_format_of("yyyy-mm-dd\"T\"hh:mm:ss\"Z\"");
  CHECK(text_of_number("46300.333333333336", format, DayCount::from_1900).text ==
        "2026-10-05T08:00:00Z");
  CHECK(text_of_number("46300", format, DayCount::from_1900).text == "2026-10-05T00:00:00Z");
}

TEST_CASE("durations go on beyond a day") {
  CHECK(text_of_number("1.5", number_format_of("[h]:mm"), DayCount::from_1900).text == "36:00");
  CHECK(text_of_number("1.5", number_format_of("h:mm"), DayCount::from_1900).text == "12:00");
}

TEST_CASE("escapes of characters are decoded once and come back") {
  std::string text = "before_x0041_ _x000D_ _x0000_ _xD800_ _x005F_x0041_ _x4E2D_ _x00";
  decode_escapes(text, 6);
  CHECK(text == "beforeA \r _x0000_ _xD800_ _x0041_ 中 _x00");
  for (const std::string plain : {"_x0041_", "_x_x0041_", "a_x005F_x0041_b", "_x0000_"}) {
    auto again = encode_escapes(plain);
    decode_escapes(again, 0);
    CHECK(again == plain);
  }
}

TEST_CASE("cells have names and columns are found by theirs") {
  CHECK(cell_name(0, 1) == "A1");
  CHECK(cell_name(25, 9) == "Z9");
  CHECK(cell_name(26, 10) == "AA10");
  CHECK(cell_name(16383, 1048576) == "XFD1048576");
  for (const std::size_t position : {0U, 25U, 26U, 701U, 702U, 16383U})
    CHECK(column_named(column_name(position)) == position);
  CHECK_FALSE(column_named("a"));
  CHECK_FALSE(column_named(""));
  CHECK_FALSE(column_named("ABCDE"));
}
