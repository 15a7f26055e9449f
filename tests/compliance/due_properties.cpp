#include <algorithm>

#include <doctest/doctest.h>

#include "compliance/campaign.hpp"
#include "compliance/lines.hpp"

using namespace gridvisit;
using town::Town;

namespace {

const compliance::DuePlace& place_of(const Town& town, HouseholdId household) {
  return std::ranges::find(town.homes, household, &town::Home::id)->place;
}

std::vector<std::string> engine_due_list(const Town& town) {
  const auto book = town::book_of(town);
  const auto surroundings = town::surroundings_of(town);
  std::vector<compliance::DueHousehold> list;
  const auto days = due_days(book, surroundings, town.today);
  for (const auto grid : brute_force::grids_of(town)) {
    const auto facts = facts_of_grid(town, grid, days);
    for (auto& due : due_households(facts, book, surroundings, town.today)) list.push_back(due);
  }
  std::ranges::sort(list, [&](const auto& left, const auto& right) {
    return comes_before(left, place_of(town, left.household), right,
                        place_of(town, right.household));
  });
  std::vector<std::string> result;
  for (const auto& due : list) result.push_back(lines::of(due));
  return result;
}

}  // namespace

TEST_CASE("the due list names the same households for the same reasons in the same order") {
  town::check_towns([](const Town& town) {
    std::vector<std::string> expected;
    for (const auto& due : brute_force::due_list(town)) expected.push_back(lines::of(due));
    return lines::difference(engine_due_list(town), expected);
  });
}
