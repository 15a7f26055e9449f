#include "gridvisit/domain/area.hpp"

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

using namespace gridvisit;

namespace {

constexpr AreaId k_street{1}, k_north{2}, k_south{3}, k_grid_2{4}, k_grid_10{5}, k_grid_1{6};

/// A street with two communities; the north has the grids 2 and 10, the south grid 1.
AreaTree small_town() {
  return AreaTree{{{k_grid_10, "G10", "Ten", "grid", k_north},
                   {k_street, "S", "Street", "street", {}},
                   {k_grid_2, "G2", "Two", "grid", k_north},
                   {k_north, "C1", "North", "community", k_street},
                   {k_grid_1, "G1", "One", "grid", k_south},
                   {k_south, "C2", "South", "community", k_street}}};
}

std::vector<std::string> codes(const std::vector<const Area*>& areas) {
  std::vector<std::string> result;
  for (const auto* area : areas) result.push_back(area->code);
  return result;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("kinds of area are stored in English and others stay as they are") {
  CHECK(normal_area_kind("街道") == "street");
  CHECK(normal_area_kind("社区") == "community");
  CHECK(normal_area_kind("网格") == "grid");
  CHECK(normal_area_kind("grid") == "grid");
  CHECK(normal_area_kind("village") == "village");
}

TEST_CASE("areas are found by id and by code") {
  const auto town = small_town();
  REQUIRE(town.find(k_grid_2));
  CHECK(town.find(k_grid_2)->name == "Two");
  REQUIRE(town.find("C2"));
  CHECK(town.find("C2")->id == k_south);
  CHECK_FALSE(town.find(AreaId{99}));
  CHECK_FALSE(town.find("c2"));
}

TEST_CASE("an area lies in itself and in everything above it") {
  const auto town = small_town();
  CHECK(town.lies_in(k_grid_2, k_grid_2));
  CHECK(town.lies_in(k_grid_2, k_north));
  CHECK(town.lies_in(k_grid_2, k_street));
  CHECK_FALSE(town.lies_in(k_grid_2, k_south));
  CHECK_FALSE(town.lies_in(k_north, k_grid_2));
  CHECK_FALSE(town.lies_in(AreaId{99}, k_street));
}

TEST_CASE("the grids are the leaves in natural order of codes") {
  const auto town = small_town();
  CHECK(town.is_leaf(k_grid_1));
  CHECK_FALSE(town.is_leaf(k_north));
  CHECK(codes(town.grids({})) == Codes{"G1", "G2", "G10"});
  CHECK(codes(town.grids(k_north)) == Codes{"G2", "G10"});
  CHECK(codes(town.grids(k_grid_1)) == Codes{"G1"});
  CHECK(codes(town.subtree(k_north)) == Codes{"C1", "G2", "G10"});
  CHECK(codes(town.subtree({})) == Codes{"C1", "C2", "G1", "G2", "G10", "S"});
}

TEST_CASE("the enclosing area of a kind is the nearest one above or the area itself") {
  const auto town = small_town();
  REQUIRE(town.enclosing(k_grid_1, "community"));
  CHECK(town.enclosing(k_grid_1, "community")->id == k_south);
  CHECK(town.enclosing(k_grid_1, "grid")->id == k_grid_1);
  CHECK_FALSE(town.enclosing(k_street, "community"));
}

TEST_CASE("a part of a tree stands for itself") {
  const AreaTree part{
      {{k_north, "C1", "North", "community", k_street}, {k_grid_2, "G2", "Two", "grid", k_north}}};
  CHECK(codes(part.grids({})) == Codes{"G2"});
  CHECK(part.lies_in(k_grid_2, k_street));
  CHECK_FALSE(part.enclosing(k_grid_2, "street"));
}

TEST_CASE("areas that lie in themselves are damage") {
  CHECK_THROWS_AS(AreaTree({{{1}, "A", "", "", AreaId{2}}, {{2}, "B", "", "", AreaId{1}}}), Error);
  CHECK_THROWS_AS(AreaTree({{{1}, "A", "", "", AreaId{1}}}), Error);
  CHECK_NOTHROW(AreaTree({{{1}, "A", "", "", AreaId{7}}, {{2}, "B", "", "", AreaId{1}}}));
}
