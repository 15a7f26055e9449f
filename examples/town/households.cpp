#include "households.hpp"

#include <array>

#include <fmt/format.h>

#include "random.hpp"
#include "words.hpp"

namespace town {
namespace {

using std::chrono::days;

/// Household counts of the first eight grids; later ones are drawn from the same span.
constexpr std::array k_sizes{312, 268, 410, 183, 168, 237, 450, 296};
constexpr int k_smallest = 168;
constexpr int k_largest = 450;

constexpr int k_floors = 6;
constexpr int k_units = 3;
constexpr int k_doors = 2;  // a floor, in each unit

/// Where a door is: the doors of a grid are counted from 0, building by building.
struct Door {
  int building = 0;
  int unit = 0;
  int floor = 0;
  int room = 0;
};

Door door_at(int index) {
  constexpr int of_unit = k_floors * k_doors;
  constexpr int of_building = k_units * of_unit;
  return {index / of_building + 1, index % of_building / of_unit + 1, index % of_unit / k_doors + 1,
          index % k_doors + 1};
}

/// Every third grid names its first buildings 甲乙丙 instead of numbering them.
std::string building_name(std::size_t grid, int building) {
  const auto index = static_cast<std::size_t>(building - 1);
  if (grid % 3 == 2 && index < k_named_buildings.size())
    return std::string{k_named_buildings[index]};
  return fmt::format("{}", building);
}

Household household_at(const Town& town, std::size_t grid, int index, Random& random) {
  const auto door = door_at(index);
  Household household;
  household.building = building_name(grid, door.building);
  household.unit = fmt::format("{}", door.unit);
  household.room = fmt::format("{}0{}", door.floor, door.room);
  household.code = fmt::format("{}-{}-{}-{}", town.grids[grid], household.building, household.unit,
                               household.room);
  household.address = fmt::format("{}{}幢{}单元{}室", k_estates[grid % k_estates.size()],
                                  household.building, household.unit, household.room);
  household.name = fmt::format("{}{}", random.pick(k_surnames), random.pick(k_given_names));
  if (random.chance(92)) household.phone = fmt::format("100{:08}", random.below(100'000'000));
  household.people = random.chance(15) ? 1 : random.between(2, 6);
  household.situation = random.pick(k_situations);
  household.difficulties = random.pick(k_difficulties);
  household.needs = random.pick(k_needs);
  return household;
}

struct Share {
  std::string_view category;
  int per_mille;
  bool special;
};

constexpr std::array<Share, 17> k_shares{{{"elderly-alone", 22, true},
                                          {"elderly-childless", 4, true},
                                          {"empty-nest", 14, true},
                                          {"disabled", 12, true},
                                          {"low-income", 8, true},
                                          {"extreme-poverty", 2, true},
                                          {"left-behind-child", 4, true},
                                          {"child-in-need", 2, true},
                                          {"serious-illness", 4, true},
                                          {"bereaved", 2, true},
                                          {"hardship", 10, false},
                                          {"psychiatric", 2, false},
                                          {"community-correction", 2, false},
                                          {"drug-rehab", 1, false},
                                          {"released", 2, false},
                                          {"gas", 550, false},
                                          {"tenant", 120, false}}};

Day day_in(const Request& request, Random& random) {
  const auto first = request.first();
  return first + days{random.below(static_cast<int>((request.until - first).count()))};
}

/// Most tags are as old as the records; some begin, some end, some do both.
Span tag_days(const Request& request, Random& random) {
  Span span;
  if (random.chance(20)) span.from = day_in(request, random);
  if (random.chance(8)) {
    const auto end = day_in(request, random);
    if (!span.from || *span.from < end) span.until = end;
  }
  return span;
}

void add_tags(Household& household, const Request& request, Random& random) {
  for (const auto& share : k_shares) {
    if (random.below(1000) >= share.per_mille) continue;
    Tag tag{share.category, share.special, {}, {}};
    if (share.category != "gas") tag.days = tag_days(request, random);
    if (random.chance(25)) tag.note = random.pick(k_tag_notes);
    household.tags.push_back(tag);
  }
}

/// Moves and tags with dates of their own do not mix: who moves keeps the tags for life.
void settle(const Town& town, Household& household, std::size_t grid, const Request& request,
            Random& random) {
  household.residences = {{grid, {}}};
  auto& home = household.residences.front().days;
  const int fate = random.below(1000);
  if (fate < 45) {
    home.from = day_in(request, random);
  } else if (fate < 95) {
    home.until = day_in(request, random);
  } else if (fate < 110 && grid + 2 < town.grids.size()) {
    home.until = day_in(request, random);
    household.residences.push_back({grid + 1, {*home.until + days{1}, {}}});
  } else {
    add_tags(household, request, random);
    return;
  }
  if (random.chance(10)) household.tags.push_back({"elderly-alone", true, {}, {}});
}

/// Somebody new lives behind the door that somebody left.
Household successor_of(const Household& left, const Request& request, Random& random) {
  auto household = left;
  household.code += "b";
  household.name = fmt::format("{}{}", random.pick(k_surnames), random.pick(k_given_names));
  household.phone = fmt::format("100{:08}", random.below(100'000'000));
  household.tags = {{"tenant", false, {}, {}}};
  auto& home = household.residences;
  const auto gone = *home.front().days.until;
  home = {{home.front().grid, {gone + days{random.between(10, 60)}, {}}}};
  if (*home.front().days.from >= request.until) home.front().days.from = request.until;
  return household;
}

void add(Town& town, Household household) {
  const auto index = town.households.size();
  for (const auto& residence : household.residences)
    town.residents[residence.grid].push_back(index);
  town.households.push_back(std::move(household));
}

}  // namespace

void add_households(Town& town, const Request& request) {
  town.residents.resize(town.grids.size());
  for (std::size_t grid = 0; grid + 1 < town.grids.size(); ++grid) {
    Random random{request.seed * 1'000'003 + grid};
    const auto size = grid < k_sizes.size() ? k_sizes[grid] : random.between(k_smallest, k_largest);
    for (int index = 0; index < size; ++index) {
      auto household = household_at(town, grid, index, random);
      settle(town, household, grid, request, random);
      add(town, household);
      const bool left = household.residences.front().days.until.has_value();
      if (left && random.chance(80)) add(town, successor_of(household, request, random));
    }
  }
}

}  // namespace town
