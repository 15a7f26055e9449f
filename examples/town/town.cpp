#include "town.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "households.hpp"
#include "random.hpp"
#include "words.hpp"

namespace town {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int k_grids_of_community = 4;
constexpr int k_communities_of_street = 10;
constexpr int k_grids_of_team = 8;     // eight grids are staffed alike, again and again
constexpr int k_workers_of_team = 12;  // responsible, assistant, gone and new ones

year_month month_of(Day day) {
  const year_month_day date{day};
  return date.year() / date.month();
}

Day day_of_month(year_month month, unsigned day) {
  return Day{month / std::chrono::day{day}};
}

int digits_of(int number) {
  return std::max(2, static_cast<int>(fmt::formatted_size("{}", number)));
}

std::string community_code(int grid) {
  return fmt::format("C{}", grid / k_grids_of_community + 1);
}

void add_areas_above(Town& town, int grid) {
  constexpr std::array<std::string_view, 4> k_streets{"云栖", "青岚", "听潮", "落霞"};
  constexpr std::array<std::string_view, 10> k_communities{"银杏", "石榴", "海棠", "丁香", "茉莉",
                                                           "木槿", "芙蓉", "蔷薇", "桂花", "腊梅"};
  const int community = grid / k_grids_of_community;
  const int street = community / k_communities_of_street;
  if (grid % (k_grids_of_community * k_communities_of_street) == 0) {
    const auto name = k_streets[static_cast<std::size_t>(street) % k_streets.size()];
    const auto round = street / static_cast<int>(k_streets.size());
    const auto suffix = round == 0 ? std::string{} : fmt::format("{}", round + 1);
    town.areas.push_back({fmt::format("S{}", street + 1),
                          fmt::format("{}{}街道（示例）", name, suffix), "street", ""});
  }
  if (grid % k_grids_of_community == 0) {
    const auto name = k_communities[static_cast<std::size_t>(community) % k_communities.size()];
    town.areas.push_back({community_code(grid), fmt::format("{}社区", name), "community",
                          fmt::format("S{}", street + 1)});
  }
}

void add_areas(Town& town, int inhabited) {
  const auto width = digits_of(inhabited + 1);
  for (int grid = 0; grid < inhabited; ++grid) {
    add_areas_above(town, grid);
    town.grids.push_back(fmt::format("G{:0{}}", grid + 1, width));
    town.areas.push_back({town.grids.back(),
                          fmt::format("第{}网格", grid % k_grids_of_community + 1), "grid",
                          community_code(grid)});
  }
  town.grids.push_back(fmt::format("G{:0{}}", inhabited + 1, width));
  town.areas.push_back(
      {town.grids.back(), "安置房网格（未入住）", "grid", community_code(inhabited - 1)});
}

void add_workers(Town& town, Random& random) {
  const auto teams = (town.grids.size() - 1 + k_grids_of_team - 1) / k_grids_of_team;
  const auto count = teams * k_workers_of_team;
  const auto width = digits_of(static_cast<int>(count));
  for (std::size_t worker = 0; worker < count; ++worker) {
    town.workers.push_back(
        {fmt::format("W{:0{}}", worker + 1, width),
         fmt::format("{}{}", random.pick(k_surnames), random.pick(k_given_names)),
         fmt::format("100{:08}", random.below(100'000'000))});
  }
}

/// The staff of eight grids, with what happens in real life: a change in the middle of a month, a
/// grid that nobody answers for, one worker with two grids, assistants who come and go.
std::vector<Assignment> team(const Request& request) {
  const auto start = request.first();
  const auto month = month_of(request.until);
  const auto handover = day_of_month(month - months{3}, 16);
  const auto vacancy = day_of_month(month - months{1}, 16);
  const auto filled = day_of_month(month, 6);
  const auto year_ago = day_of_month(month - months{13}, 1);
  const Span always{start, {}};
  return {
      {0, 0, true, always, 34, 99},
      {1, 1, true, {start, handover - days{1}}, 36, 96},
      {8, 1, true, {handover, {}}, 33, 90},
      {2, 2, true, always, 38, 97},
      {3, 3, true, always, 17, 95},
      {4, 4, true, {start, year_ago - days{1}}, 30, 92},
      {3, 4, true, {year_ago, {}}, 15, 93},
      {5, 5, true, {start, vacancy - days{1}}, 27, 88},
      {9, 5, true, {filled, {}}, 38, 96},
      {6, 6, true, always, 25, 91},
      {10, 6, false, always, 15, 0},
      {7, 7, true, always, 24, 98},
      {11, 0, false, {handover - days{40}, vacancy}, 9, 0},
  };
}

void add_assignments(Town& town, const Request& request) {
  const auto inhabited = town.grids.size() - 1;
  const auto staff = team(request);
  for (std::size_t grid = 0; grid < inhabited; grid += k_grids_of_team) {
    const auto worker = grid / k_grids_of_team * k_workers_of_team;
    for (auto assignment : staff) {
      assignment.worker += worker;
      assignment.grid += grid;
      const bool ever = !assignment.days.until || *assignment.days.from <= *assignment.days.until;
      if (assignment.grid < inhabited && ever) town.assignments.push_back(assignment);
    }
  }
  const Span this_month{day_of_month(month_of(request.until), 1), {}};
  town.assignments.push_back({0, inhabited, true, this_month, 0, 0});
}

}  // namespace

Day Request::first() const {
  return Day{year_month_day{until} - std::chrono::years{years}} + days{1};
}

bool Span::contains(Day day) const {
  return (!from || *from <= day) && (!until || day <= *until);
}

bool Household::lives_in(std::size_t grid, Day day) const {
  return std::any_of(residences.begin(), residences.end(), [&](const Residence& residence) {
    return residence.grid == grid && residence.days.contains(day);
  });
}

bool Household::is_special(Day day) const {
  return std::any_of(tags.begin(), tags.end(),
                     [&](const Tag& tag) { return tag.special && tag.days.contains(day); });
}

Town build_town(const Request& request) {
  Town town;
  Random random{request.seed};
  add_areas(town, request.grids);
  add_workers(town, random);
  add_assignments(town, request);
  add_households(town, request);
  return town;
}

}  // namespace town
