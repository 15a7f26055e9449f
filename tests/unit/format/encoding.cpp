#include "gridvisit/format/encoding.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "pieces.hpp"

using namespace gridvisit;
using namespace gridvisit::format;
using tests::in_pieces;

namespace {

std::string read_all(const ByteSource& source, std::size_t piece = 4096) {
  std::string result;
  std::vector<char> chunk(piece);
  while (const auto count = source(chunk)) result.append(chunk.data(), count);
  return result;
}

std::string decoded(const std::string& bytes) {
  const auto encoding = detect_encoding(source_of(bytes));
  auto text = read_all(as_utf8(source_of(bytes), encoding));
  CHECK(detect_encoding(in_pieces(bytes, 1)) == encoding);
  CHECK(read_all(as_utf8(in_pieces(bytes, 1), encoding), 1) == text);
  return text;
}

Error refusal(const std::string& bytes, std::optional<Encoding> asked = std::nullopt) {
  try {
    detect_encoding(source_of(bytes), asked);
  } catch (const Error& error) {
    return error;
  }
  FAIL("was accepted");
  throw;
}

const std::string k_register = "户编号,网格\nH1,G01\n";

}  // namespace

TEST_CASE("UTF-8 is kept and its byte order mark is not") {
  CHECK(decoded(k_register) == k_register);
  CHECK(decoded(std::string{k_utf8_mark} + k_register) == k_register);
  CHECK(decoded("") == "");
  CHECK(decoded("a") == "a");
}

TEST_CASE("what is not UTF-8 is read as GB18030 with its characters of four bytes") {
  CHECK(decoded(to_gb18030(k_register)) == k_register);
  CHECK(decoded(to_gb18030("张𠮷")) == "张𠮷");
  CHECK(decoded(to_gb18030("\ufeff网格员")) == "网格员");
}

TEST_CASE("an encoding that is asked for is not guessed") {
  const auto short_text = to_gb18030("模");  // its bytes are UTF-8 as well
  CHECK(detect_encoding(source_of(short_text)) == Encoding::utf8);
  CHECK(detect_encoding(source_of(short_text), Encoding::gb18030) == Encoding::gb18030);
  CHECK(refusal(to_gb18030(k_register), Encoding::utf8).kind() == ErrorKind::refused);
}

TEST_CASE("a byte of no encoding is named by its offset and the hint names --encoding") {
  const auto error = refusal("ab\xff");
  CHECK(error.kind() == ErrorKind::refused);
  CHECK(std::string{error.what()} ==
        "The file is neither UTF-8 (see byte 2) nor GB18030 (see byte 2).");
  CHECK(in_english(error.hint()).find("--encoding") != std::string::npos);
}

TEST_CASE("damaged UTF-8 is not taken for GB18030 even where it would fit") {
  const auto error = refusal("张三,李四\n\xe5\xbc,王五\n");
  CHECK(std::string{error.what()} == "Byte 14 of the file is not UTF-8.");
}

TEST_CASE("overlong forms and surrogates and cut characters are not UTF-8") {
  for (const std::string bytes :
       {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\xe5\xbc"}) {
    CHECK_THROWS_AS(detect_encoding(source_of(bytes), Encoding::utf8), Error);
  }
}

TEST_CASE("NUL and UTF-16 are refused") {
  CHECK(std::string{refusal(std::string{"ab\0c", 4}).what()} ==
        "Byte 2 of the file is NUL, which no text has.");
  CHECK(std::string{refusal("\xff\xfe"
                            "a")
                        .what()} == "The file is UTF-16, which can't be read.");
}

TEST_CASE("encodings are named as people name them") {
  CHECK(parse_encoding("UTF-8") == Encoding::utf8);
  CHECK(parse_encoding("GBK") == Encoding::gb18030);
  CHECK_FALSE(parse_encoding("latin1"));
}

TEST_CASE("a byte order mark is seen however few bytes a read gives") {
  for (const std::string bytes : {"\xff\xfe"
                                  "a",
                                  "\xef\xbb\xbf"
                                  "\x81\x30\x81\x30"}) {
    const auto whole = in_english(refusal(bytes).message());
    CHECK_THROWS_WITH(detect_encoding(in_pieces(bytes, 1)), whole.c_str());
  }
}
