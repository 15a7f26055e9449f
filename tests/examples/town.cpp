#include "town.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include "rounds.hpp"
#include "write.hpp"

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using town::Visit;

constexpr town::Request k_request{
    .seed = 1, .until = sys_days{2026y / 11 / 20}, .years = 2, .grids = 8};

const town::Town& example() {
  static const auto made = town::build_town(k_request);
  return made;
}

const std::vector<Visit>& visits() {
  static const auto made = [] {
    std::vector<Visit> all;
    town::each_visit(example(), k_request, [&](const Visit& visit) { all.push_back(visit); });
    return all;
  }();
  return made;
}

template <class Matches>
std::ptrdiff_t visits_that(Matches matches) {
  return std::count_if(visits().begin(), visits().end(), matches);
}

std::string written(const char* file, const town::Request& request) {
  const auto folder = std::filesystem::temp_directory_path() / "gridvisit_example_town_test";
  std::filesystem::create_directories(folder);
  town::write_town(request, folder);
  std::ifstream in{folder / file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  in.close();
  std::filesystem::remove_all(folder);
  return text;
}

bool assigned(const Visit& visit) {
  const auto& all = example().assignments;
  return std::any_of(all.begin(), all.end(), [&](const town::Assignment& assignment) {
    return assignment.worker == visit.worker && assignment.days.contains(visit.day) &&
           example().households[visit.household].lives_in(assignment.grid, visit.day);
  });
}

}  // namespace

TEST_CASE("the same request gives the same files and another seed other ones") {
  auto small = k_request;
  small.grids = 2;
  auto other = small;
  other.seed = 2;
  CHECK(written("visits.csv", small) == written("visits.csv", small));
  CHECK(written("visits.csv", small) != written("visits.csv", other));
}

TEST_CASE("the town has one street with two communities and eight grids and an empty one") {
  std::map<std::string_view, int> kinds;
  for (const auto& area : example().areas) ++kinds[area.kind];
  CHECK(kinds == std::map<std::string_view, int>{{"street", 1}, {"community", 2}, {"grid", 9}});
  CHECK(example().residents.back().empty());
  for (std::size_t grid = 0; grid < 8; ++grid) {
    const auto living = std::count_if(
        example().households.begin(), example().households.end(),
        [&](const town::Household& home) { return home.lives_in(grid, k_request.until); });
    CHECK(living >= 160);
    CHECK(living <= 450);
  }
}

TEST_CASE("codes of households are unique and their residences follow each other") {
  std::set<std::string> codes;
  for (const auto& household : example().households) {
    CHECK(codes.insert(household.code).second);
    for (std::size_t index = 1; index < household.residences.size(); ++index)
      CHECK(*household.residences[index - 1].days.until < *household.residences[index].days.from);
  }
}

TEST_CASE("a grid has at most one responsible worker on any day") {
  for (auto day = k_request.first(); day <= k_request.until; day += std::chrono::days{1}) {
    std::set<std::size_t> grids;
    for (const auto& assignment : example().assignments) {
      if (assignment.responsible && assignment.days.contains(day))
        REQUIRE(grids.insert(assignment.grid).second);
    }
  }
}

TEST_CASE("the gap in a grid spans the end of the last whole month") {
  const auto last_day = sys_days{2026y / 10 / 31};
  const auto& all = example().assignments;
  const auto held = std::count_if(all.begin(), all.end(), [&](const auto& assignment) {
    return assignment.responsible && assignment.days.contains(last_day);
  });
  CHECK(held == 7);  // of nine grids: one is vacant, the empty one is taken over in November
}

TEST_CASE("every visit is to somebody who lives in the town that day and not in the future") {
  for (const auto& visit : visits()) {
    const auto& homes = example().households[visit.household].residences;
    REQUIRE(std::any_of(homes.begin(), homes.end(),
                        [&](const auto& home) { return home.days.contains(visit.day); }));
    REQUIRE(visit.day <= k_request.until);
    REQUIRE(visit.recorded_at >= visit.day);
    REQUIRE(visit.recorded_at < k_request.until + 24h);
  }
}

TEST_CASE("no two visits say the same") {
  std::set<std::tuple<std::size_t, std::size_t, town::Day, std::string_view>> said;
  for (const auto& visit : visits())
    REQUIRE(said.emplace(visit.household, visit.worker, visit.day, visit.mode).second);
}

TEST_CASE("visit numbers rise and a correction names an earlier visit that is voided") {
  std::map<std::int64_t, const Visit*> numbered;
  for (const auto& visit : visits()) {
    if (!numbered.empty()) REQUIRE(visit.number > numbered.rbegin()->first);
    if (visit.replaces) REQUIRE(numbered.at(*visit.replaces)->voided_at);
    numbered[visit.number] = &visit;
  }
}

TEST_CASE("all modes and outcomes and the awkward cases occur") {
  std::set<std::string_view> words;
  for (const auto& visit : visits()) words.insert({visit.mode, visit.outcome});
  CHECK(words.size() == 10);
  CHECK(visits_that([](const Visit& visit) { return visit.replaces.has_value(); }) > 20);
  CHECK(visits_that([](const Visit& visit) { return visit.voided_at.has_value(); }) > 40);
  CHECK(visits_that([](const Visit& visit) { return !assigned(visit); }) > 40);
  CHECK(visits_that([](const Visit& visit) {
          return visit.note.find('\n') != std::string_view::npos;
        }) > 20);
  CHECK(visits_that([](const Visit& visit) {
          return visit.day <= sys_days{2025y / 12 / 31} &&
                 visit.recorded_at >= sys_days{2026y / 1 / 1};
        }) > 5);
  std::map<std::tuple<std::size_t, town::Day>, std::set<std::size_t>> visitors;
  for (const auto& visit : visits()) visitors[{visit.household, visit.day}].insert(visit.worker);
  CHECK(std::any_of(visitors.begin(), visitors.end(),
                    [](const auto& entry) { return entry.second.size() > 1; }));
}

TEST_CASE("a grid's households are the same however many grids the town has") {
  auto larger = k_request;
  larger.grids = 50;
  const auto city = town::build_town(larger);
  REQUIRE(city.households.size() > example().households.size());
  CHECK(city.households.front().name == example().households.front().name);
  CHECK(city.residents[0].size() == example().residents[0].size());
  CHECK(city.areas.size() == 2 + 13 + 51);
}
