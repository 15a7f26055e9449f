#include "pdf/pages.hpp"

#include <doctest/doctest.h>

using namespace gridvisit::pdf;

namespace {

Band band(double height, double space_above = 0) {
  return {{}, {}, height, space_above};
}

/// The heights of what stands on each page, to tell the bands apart.
std::vector<std::vector<double>> heights(const std::vector<Page>& pages) {
  std::vector<std::vector<double>> result;
  for (const auto& page : pages) {
    result.emplace_back();
    for (const auto& placed : page) result.back().push_back(placed.band->height);
  }
  return result;
}

using Heights = std::vector<std::vector<double>>;

}  // namespace

TEST_CASE("the head stands on every page, above rows that are never cut") {
  const std::vector<Section> sections{{{band(10)}, {band(31), band(32), band(33), band(34)}}};
  CHECK(heights(paginated(sections, 100)) == Heights{{10, 31, 32}, {10, 33, 34}});
}

TEST_CASE("a head never stands alone at the end of a page") {
  const std::vector<Section> sections{{{}, {band(70)}}, {{band(20)}, {band(15)}}};
  CHECK(heights(paginated(sections, 100)) == Heights{{70}, {20, 15}});
}

TEST_CASE("a total stays with the row before it") {
  auto last = band(30);
  last.stays_with_next = true;
  const std::vector<Section> sections{{{}, {band(60), last, band(20)}}};
  CHECK(heights(paginated(sections, 100)) == Heights{{60}, {30, 20}});
}

TEST_CASE("the space above a band is left out at the top of a page") {
  const std::vector<Section> sections{{{}, {band(50, 9), band(30, 9), band(40, 9)}}};
  const auto pages = paginated(sections, 90);
  REQUIRE(heights(pages) == Heights{{50, 30}, {40}});
  CHECK(pages[0][0].top == 0);
  CHECK(pages[0][1].top == 59);
  CHECK(pages[1][0].top == 0);
}

TEST_CASE("nothing makes one page and a band higher than a page has one for itself") {
  CHECK(paginated({}, 100).size() == 1);
  const std::vector<Section> sections{{{band(10)}, {band(20), band(300), band(20)}}};
  CHECK(heights(paginated(sections, 100)) == Heights{{10, 20}, {10, 300}, {10, 20}});
}
