#include "pdf/table.hpp"

#include <doctest/doctest.h>

#include "pdf/cutting.hpp"
#include "pdf/grid.hpp"

using namespace gridvisit;
using namespace gridvisit::pdf;
using format::PrintedTable;

namespace {

/// A column of texts of `length` Han characters, and one of numbers.
PrintedTable notes(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += "访";
  return {
      "", {{"备注", "", false}, {"次数", "", true}}, {{{text}, {"1"}}, {{"短"}, {"20"}}}, false};
}

Typesetter typesetter() {
  Typesetter result{"zh-CN"};
  REQUIRE(result.has_font());
  return result;
}

std::string all_text(const std::vector<Band>& bands, std::size_t piece) {
  std::string text;
  for (const auto& band : bands)
    if (piece < band.pieces.size()) text += band.pieces[piece].box.text;
  return text;
}

}  // namespace

TEST_CASE("a short table keeps its size and a long text is broken beside a whole number") {
  auto setter = typesetter();
  const auto table = notes(100);
  const auto grid = grid_of(table, 300, setter);
  CHECK(grid.size == 9);
  CHECK(grid.width <= 300);
  CHECK(grid.widths[1] >= setter.width_of("20", {9}));
  const auto section = table_section(table, 300, setter);
  CHECK(section.bands[0].height > 3 * section.bands[1].height);
}

TEST_CASE("a table of many numbers gets smaller letters and never leaves its width") {
  auto setter = typesetter();
  PrintedTable table{"", {}, {{}}, false};
  for (int column = 0; column < 24; ++column) {
    table.columns.push_back({"Head", "", true});
    table.rows[0].push_back({"12345/12345"});
  }
  const auto grid = grid_of(table, 700, setter);
  CHECK(grid.size < 9);
  CHECK(grid.width <= doctest::Approx(700));
}

TEST_CASE("a row higher than a page is cut between lines and loses nothing") {
  auto setter = typesetter();
  const auto table = notes(5000);
  auto section = table_section(table, 300, setter);
  cut_to(section, 400, setter);
  CHECK(section.bands.size() > 3);
  for (const auto& band : section.bands) CHECK(band.height <= 400);
  CHECK(all_text(section.bands, 0) == table.rows[0][0].text + "短");
}

TEST_CASE("a head that takes half a page stands once") {
  auto setter = typesetter();
  auto table = notes(3);
  table.title = notes(2000).rows[0][0].text;
  auto section = table_section(table, 300, setter);
  cut_to(section, 400, setter);
  CHECK(section.head.empty());
  for (const auto& band : section.bands) CHECK(band.height <= 400);
}
