#include "gridvisit/format/printout.hpp"

#include <doctest/doctest.h>

using namespace gridvisit::format;

namespace {

Printout example() {
  return {
      "zh-CN",
      "2026-10-31T00:00:00Z",
      "月报",
      {{"期间", "2026-10"}},
      {{"月均", "竖线", {{"员一", "3/30", 100, 1000, Tone::bad}}}},
      {{"走访",
        {{"户", "规则", false}, {"次数", "", true}},
        {{{"G01-1", Tone::plain}, {"3", Tone::bad}}, {{"合计", Tone::plain}, {"3", Tone::good}}},
        true},
       {}},
      {"一\n二", ""},
      "foot",
      "{0}/{1}"};
}

}  // namespace

TEST_CASE("a printout is unpacked as it was packed") {
  CHECK(unpacked(packed(example())) == example());
  CHECK(unpacked(packed({})) == Printout{});
}

TEST_CASE("every printout that is cut short is none") {
  const auto bytes = packed(example());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(unpacked(std::string_view{bytes}.substr(0, size)));
}

TEST_CASE("what is no printout, or more than one, is refused") {
  const auto bytes = packed({});
  const auto mark = bytes.substr(0, bytes.find('\n') + 1);
  CHECK_FALSE(unpacked("%PDF-1.5\n"));
  CHECK_FALSE(unpacked(bytes + "0:"));
  CHECK_FALSE(unpacked(bytes + bytes));
  CHECK_FALSE(unpacked(mark + "-1:"));
  CHECK_FALSE(unpacked(mark + "x"));
  CHECK_FALSE(unpacked(mark + "99999999999999999999999:"));
  CHECK_FALSE(unpacked(mark + "18446744073709551615:abc"));
}

TEST_CASE("a list that names more elements than there are takes no memory for them") {
  const auto mark = packed({}).substr(0, packed({}).find('\n') + 1);
  CHECK_FALSE(unpacked(mark + "0:0:0:9999999999999:"));
}

TEST_CASE("text that is not UTF-8, rows unlike the head and bars beyond the scale are refused") {
  auto printout = example();
  printout.notes[0] = "\xff";
  CHECK_FALSE(unpacked(packed(printout)));
  printout = example();
  printout.tables[0].rows[1].pop_back();
  CHECK_FALSE(unpacked(packed(printout)));
  printout = example();
  printout.charts[0].bars[0].length = 1001;
  CHECK_FALSE(unpacked(packed(printout)));
}
