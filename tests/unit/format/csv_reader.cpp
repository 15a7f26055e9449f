#include "gridvisit/format/csv_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "pieces.hpp"

using namespace gridvisit::format;
using gridvisit::tests::in_pieces;

namespace {

struct Row {
  std::int64_t line;
  std::vector<std::string> fields;
  std::string defect;
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows_of(ByteSource source, std::size_t longest = CsvReader::k_longest_record) {
  CsvReader reader{std::move(source), longest};
  std::vector<Row> rows;
  for (Record record; reader.next(record);)
    rows.push_back({record.line,
                    {record.fields.begin(), record.fields.end()},
                    record.defect ? in_english(record.defect->reason) : ""});
  return rows;
}

std::vector<Row> rows_of_text(const std::string& text) {
  auto whole = rows_of(source_of(text));
  for (const std::size_t piece : {1, 2, 3, 7}) CHECK(rows_of(in_pieces(text, piece)) == whole);
  return whole;
}

}  // namespace

TEST_CASE("LF and CRLF end rows and the last row needs neither") {
  CHECK(rows_of_text("a,b\r\nc,d\ne,f") ==
        std::vector<Row>{{1, {"a", "b"}, ""}, {2, {"c", "d"}, ""}, {3, {"e", "f"}, ""}});
  CHECK(rows_of_text("a,b\r") == std::vector<Row>{{1, {"a", "b"}, ""}});
  CHECK(rows_of_text("").empty());
}

TEST_CASE("empty fields are kept and empty lines are passed over but counted") {
  CHECK(rows_of_text("a,,\n\n\r\n,b\n") ==
        std::vector<Row>{{1, {"a", "", ""}, ""}, {4, {"", "b"}, ""}});
  CHECK(rows_of_text("\"\",\"\"\n") == std::vector<Row>{{1, {"", ""}, ""}});
}

TEST_CASE("quoted fields hold commas and line breaks and doubled quotes") {
  CHECK(rows_of_text("x,\"a,\"\"b\"\"\r\n走访\",z\r\ny,\"\"\"\",\"\"\n") ==
        std::vector<Row>{{1, {"x", "a,\"b\"\r\n走访", "z"}, ""}, {3, {"y", "\"", ""}, ""}});
  CHECK(rows_of_text("\"a\"") == std::vector<Row>{{1, {"a"}, ""}});
}

TEST_CASE("a quotation mark inside an unquoted field is text") {
  CHECK(rows_of_text("5\" pipe,b\n") == std::vector<Row>{{1, {"5\" pipe", "b"}, ""}});
}

TEST_CASE("text after a closing quotation mark is a defect of its row alone") {
  CHECK(rows_of_text("\"a\"b,c\nd\n") ==
        std::vector<Row>{{1, {}, "Text follows a closing quotation mark."}, {2, {"d"}, ""}});
}

TEST_CASE("a quotation mark that is never closed is told at the line where its row begins") {
  CHECK(rows_of_text("a\nb,\"c\nd\n") ==
        std::vector<Row>{{1, {"a"}, ""},
                         {2, {}, "A quotation mark is opened here and never closed."}});
}

TEST_CASE("a row over the limit is a defect and reading goes on after it") {
  const auto rows = rows_of(source_of("a\n\"" + std::string(300'000, 'x') + "\n\"\nb\n"), 100'000);
  REQUIRE(rows.size() == 3);
  CHECK(rows[1] == Row{2, {}, "The row has more than 100000 bytes."});
  CHECK(rows[2] == Row{4, {"b"}, ""});
  CHECK(rows_of(source_of("abcdef\nb\n"), 5).at(0).defect == "The row has more than 5 bytes.");
}

TEST_CASE(
    "a row that is too long ends where its line ends whatever marks stand within its fields") {
  const std::string rows[] = {"123456789 3\" pipe,x\nb\n", "\"12\"3456789\" pipe\nb\n",
                              "1,\"a\nb\"\"\",3456789\nb\n"};
  for (const auto& text : rows) {
    CAPTURE(text);
    for (const std::size_t piece : {1, 2, 3, 100}) {
      const auto read = rows_of(in_pieces(text, piece), 8);
      REQUIRE(read.size() == 2);
      CHECK(read[0].defect == "The row has more than 8 bytes.");
      CHECK(read[1].fields == std::vector<std::string>{"b"});
    }
  }
}

TEST_CASE("a huge unterminated field is read in bounded memory") {
  std::size_t left = 100 << 20, largest_read = 0;
  const auto endless_quote = [&](std::span<char> into) {
    largest_read = std::max(largest_read, into.size());
    const auto count = std::min(left, into.size());
    std::fill_n(into.data(), count, left == 100 << 20 ? '"' : 'x');
    if (left == 100 << 20 && count > 1) std::fill_n(into.data() + 1, count - 1, 'x');
    left -= count;
    return count;
  };
  const auto rows = rows_of(endless_quote);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].defect == "A quotation mark is opened here and never closed.");
  CHECK(largest_read <= 2 * CsvReader::k_longest_record);
}
