#include "gridvisit/format/csv_writer.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/format/csv_reader.hpp"

using namespace gridvisit::format;

namespace {

std::string written(const std::vector<std::string>& texts, CsvStyle style = {}) {
  std::string result;
  CsvWriter writer{[&](std::string_view bytes) { result += bytes; }, style};
  for (const auto& text : texts) writer.free_text(text);
  writer.end_row();
  writer.finish();
  return result;
}

const std::vector<std::string> k_awkward{"=1+1",       "+8613800138000",
                                         "-2",         "@me",
                                         "\tx",        "\rx",
                                         "\nx",        "'quoted'",
                                         "''",         "＝1",
                                         "＋1",        "－1",
                                         "＠1",        "  =1",
                                         "\u3000＝1",  "\u00a0-1",
                                         " '",         "00123",
                                         "plain",      "110101199003071234",
                                         "a,\"b\"\nc", "",
                                         " spaces ",   "张三"};

}  // namespace

TEST_CASE("quotes are written only where they are needed") {
  CHECK(written({"a", "b,c", "d\"e", "f\ng"}) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"\n");
}

TEST_CASE("a row whose only field is empty is not an empty line") {
  CHECK(written({""}) == "\"\"\n");
  CHECK(written({"", ""}) == ",\n");
}

TEST_CASE("every free text that a spreadsheet could compute gets one apostrophe") {
  CHECK(written({"=1", " @x", "\u3000＋1", "'x", "x=1"}) == "'=1,' @x,'\u3000＋1,''x,x=1\n");
}

TEST_CASE("raw style and plain fields have no guard") {
  CHECK(written({"=1"}, {.raw = true}) == "=1\n");
  std::string result;
  CsvWriter writer{[&](std::string_view bytes) { result += bytes; }};
  writer.field("-1");
  writer.end_row();
  writer.finish();
  CHECK(result == "-1\n");
}

TEST_CASE("what is guarded and written reads back exactly") {
  CsvReader reader{source_of(written(k_awkward))};
  Record record;
  REQUIRE(reader.next(record));
  REQUIRE(record.fields.size() == k_awkward.size());
  for (std::size_t at = 0; at < k_awkward.size(); ++at) {
    CHECK(without_guard(record.fields[at]) == k_awkward[at]);
    CHECK(needs_guard(k_awkward[at]) == (record.fields[at] != k_awkward[at]));
  }
}

TEST_CASE("an apostrophe that guards nothing stays") {
  CHECK(without_guard("'tis") == "'tis");
  CHECK(without_guard("'=1") == "=1");
  CHECK(without_guard("''=1") == "'=1");
}

TEST_CASE("CRLF and the byte order mark and GB18030 are written on demand") {
  CHECK(written({"a"}, {.crlf = true}) == "a\r\n");
  CHECK(written({"a"}, {.byte_order_mark = true}) ==
        "\xef\xbb\xbf"
        "a\n");
  CHECK(written({"走访𠮷"}, {.encoding = Encoding::gb18030}) ==
        "\xd7\xdf\xb7\xc3\x95\x34\xb2\x35\n");
}
