#include <array>
#include <charconv>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/store.hpp"

/// Makes a database to measure: `bench_make_town FILE GRIDS HOUSEHOLDS MONTHS`. Every grid is like
/// every other: one worker, HOUSEHOLDS households, each visited once in each of the MONTHS months
/// up to October 2026.
namespace {

using namespace gridvisit;

struct Size {
  int grids = 0;
  int households = 0;  ///< of each grid
  int months = 0;      ///< of visits
};

struct Grid {
  WorkerId worker;
  std::vector<HouseholdId> households;
};

const store::Authorship k_author{"bench", "", Day{std::chrono::year{2026} / 11 / 1}};

/// Put together of made-up parts, so that names are as many and as alike as those of a town.
std::string name_of(int number) {
  constexpr std::array<std::string_view, 20> k_surnames{"王", "李", "张", "刘", "陈", "杨", "赵",
                                                        "黄", "周", "吴", "徐", "孙", "胡", "朱",
                                                        "高", "林", "郑", "曾", "单", "吕"};
  constexpr std::array<std::string_view, 25> k_given{
      "明", "芳", "伟", "秀", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳",
      "杰", "娟", "涛", "超", "霞", "平", "刚", "文", "辉", "建", "玉", "梅"};
  const auto at = static_cast<std::size_t>(number) * 2654435761U;
  std::string name{k_surnames.at((at >> 3U) % k_surnames.size())};
  name += k_given.at((at >> 9U) % k_given.size());
  if (number % 3 != 0) name += k_given.at((at >> 17U) % k_given.size());
  return name;
}

Grid add_grid(store::Session& session, AreaId street, int number, int households) {
  Grid grid;
  const auto code = fmt::format("G{:04}", number);
  const auto area = session.areas().add({{}, code, code, "grid", street});
  grid.worker = session.workers().add(Worker{{}, fmt::format("W{:04}", number), code, ""});
  session.workers().add(Assignment{{}, grid.worker, area, Role::responsible, {}});
  for (int room = 1; room <= households; ++room) {
    Household household;
    household.code = fmt::format("{}-1-{}", code, room);
    household.name = name_of(number * households + room);
    household.address = fmt::format("示例路{}号{}室", number, room);
    grid.households.push_back(session.households().add(household));
    session.households().add(Residence{{}, grid.households.back(), area, {}});
  }
  return grid;
}

std::vector<Grid> add_grids(store::Store& store, const Size& size) {
  const auto session = store.write(k_author);
  const auto street = session->areas().add({{}, "S1", "Street", "street", {}});
  std::vector<Grid> grids;
  for (int number = 1; number <= size.grids; ++number)
    grids.push_back(add_grid(*session, street, number, size.households));
  session->commit({"bench", {}});
  return grids;
}

/// What is visited on one day of each month: in the order in which a town records it.
std::vector<Visit> visits_on(Day day, const std::vector<Grid>& grids, VisitId& highest) {
  const std::chrono::year_month_day date{day};
  const auto place = static_cast<unsigned>(date.day()) - 1;
  std::vector<Visit> visits;
  for (const auto& grid : grids)
    for (std::size_t at = 0; at < grid.households.size(); ++at) {
      const auto turn = static_cast<unsigned>(date.month()) + at;
      if (turn % 28 != place) continue;
      VisitDraft draft;
      draft.household = grid.households[at];
      draft.worker = grid.worker;
      draft.day = day;
      draft.mode = turn % 3 == 2 ? Mode::phone : Mode::door;
      if (turn % 4 == 3) draft.note = "all well";
      visits.push_back({{++highest.value}, draft, day + std::chrono::hours{10}});
    }
  return visits;
}

void make_town(store::Store& store, const Size& size) {
  const auto grids = add_grids(store, size);
  VisitId highest;
  const auto last = std::chrono::year{2026} / 10;
  for (auto month = last - std::chrono::months{size.months - 1}; month <= last;
       month += std::chrono::months{1}) {
    const auto session = store.write(k_author);
    for (int day = 0; day < 28; ++day)
      session->visits().add(visits_on(Day{month / 1} + std::chrono::days{day}, grids, highest));
    session->commit({"bench", {}});
  }
}

int to_number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) {
    std::cerr << "usage: bench_make_town FILE GRIDS HOUSEHOLDS MONTHS\n";
    return 2;
  }
  try {
    const auto store = store::create(words[1], k_author);
    make_town(*store, {to_number(words[2]), to_number(words[3]), to_number(words[4])});
    return 0;
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(error.kind());
  }
}
