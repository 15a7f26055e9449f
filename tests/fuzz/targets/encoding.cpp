// First byte: which encoding is asked for, and how many bytes the source gives at a time. The rest
// is a file in some encoding.
#include "gridvisit/format/encoding.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/utf8_scan.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"
#include "pieces.hpp"

namespace gridvisit::fuzz {
namespace {

using format::Encoding;
using tests::in_pieces;

std::string read_all(const format::ByteSource& source) {
  std::string text;
  char piece[37];
  while (const auto count = source(piece)) text.append(piece, count);
  return text;
}

std::optional<Encoding> detected(std::string_view file, std::optional<Encoding> asked,
                                 std::size_t piece) {
  try {
    return detect_encoding(in_pieces(std::string{file}, piece), asked);
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::refused, "a file that is no text is refused");
    return std::nullopt;
  }
}

void expect_same_scan(std::string_view file, std::size_t piece) {
  format::Utf8Scan scan;
  for (auto rest = file; !rest.empty(); rest.remove_prefix(std::min(piece, rest.size())))
    scan.take(rest.substr(0, piece));
  scan.finish();
  if (file.find('\0') != file.npos) return;  // which one of the two takes for text
  const auto invalid = find_invalid_utf8(file);
  expect(scan.first_invalid().has_value() == invalid.has_value(), "both ways to check UTF-8 agree");
  if (invalid) expect(*scan.first_invalid() == *invalid, "both find the same first byte");
}

}  // namespace

void encoding(std::string_view input) {
  const auto choice = take_byte(input);
  const std::size_t piece = choice / 3 + 1U;
  auto asked = std::optional<Encoding>{};
  if (choice % 3 == 1) asked = Encoding::utf8;
  if (choice % 3 == 2) asked = Encoding::gb18030;
  expect_same_scan(input, piece);
  const auto found = detected(input, asked, input.size() + 1);
  expect(detected(input, asked, piece) == found, "an encoding does not depend on the pieces");
  if (!found) return;
  if (asked) expect(*found == *asked, "an encoding that was asked for is taken or refused");
  const auto text = read_all(as_utf8(in_pieces(std::string{input}, input.size() + 1), *found));
  expect_equal(read_all(as_utf8(in_pieces(std::string{input}, piece), *found)), text,
               "the text does not depend on the pieces");
  expect(!find_invalid_utf8(text), "what was detected is read as UTF-8");
  const auto written = format::to_gb18030(text);
  if (!text.starts_with(format::k_utf8_mark))  // a second mark is taken for the file's own
    expect_equal(read_all(as_utf8(format::source_of(written), Encoding::gb18030)), text,
                 "what is written in GB18030 is read back the same");
}

}  // namespace gridvisit::fuzz
