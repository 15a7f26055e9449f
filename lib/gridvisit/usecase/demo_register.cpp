#include "gridvisit/usecase/demo_register.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/calendar/period.hpp"

namespace gridvisit::usecase {
namespace {

using std::chrono::days;

constexpr int k_floors = 6;
constexpr int k_doors = 2;  ///< on each floor

struct DemoGrid {
  std::string_view code;
  std::string_view name;
  std::string_view worker;
  std::string_view worker_name;
  std::string_view estate;
  int buildings;
};
constexpr std::array k_grids{DemoGrid{"G01", "示例一网格", "W01", "示例员甲", "示例里", 3},
                             DemoGrid{"G02", "示例二网格", "W02", "示例员乙", "示例坊", 2}};

constexpr std::array<std::string_view, 9> k_surnames{"赵", "钱", "孙", "李",  "周",
                                                     "吴", "郑", "王", "欧阳"};
constexpr std::array<std::string_view, 11> k_given_names{
    "示安", "示宁", "例平", "例文", "示明", "例春", "示和", "例云", "示静", "例向", "示远"};
constexpr std::array<std::string_view, 5> k_categories{"elderly-alone", "low-income", "disabled",
                                                       "empty-nest", "psychiatric"};
constexpr std::array<std::string_view, 6> k_notes{"一切正常",     "血压偏高，约下周复查",   "",
                                                  "宣传垃圾分类", "检查燃气软管，建议更换", ""};

/// A household of the demo and how it is visited: all by its place in the row.
struct DemoHousehold {
  HouseholdId id;
  bool is_tagged = false;
};

struct DemoTown {
  store::Session& session;
  std::vector<Category> categories;
  Day first;  ///< 1 January
  Day today;
};

template <class List>
std::string pick(const List& list, int index) {
  return std::string{list[static_cast<std::size_t>(index) % list.size()]};
}

Household household_of(const DemoGrid& grid, int index) {
  const int building = index / (k_floors * k_doors) + 1;
  const int room = (index / k_doors % k_floors + 1) * 100 + index % k_doors + 1;
  Household household;
  household.code = fmt::format("{}-{}-1-{}", grid.code, building, room);
  household.building = std::to_string(building);
  household.unit = "1";
  household.room = std::to_string(room);
  household.address = fmt::format("{}{}栋1单元{}室", grid.estate, building, room);
  household.name = pick(k_surnames, index * 5 + 2) + pick(k_given_names, index * 7 + 3);
  household.phone = fmt::format("1000000{:04}", building * 1000 + room);
  household.people = index % 4 + 1;
  return household;
}

/// Every fifth household belongs to a category.
std::optional<CategoryId> category_of(const DemoTown& town, int index) {
  if (index % 5 != 3) return std::nullopt;
  const auto code = pick(k_categories, index / 5);
  const auto found = std::ranges::find(town.categories, code, &Category::code);
  return found == town.categories.end() ? std::nullopt : std::optional{found->id};
}

std::vector<DemoHousehold> add_households(const DemoTown& town, const DemoGrid& grid, AreaId area) {
  std::vector<DemoHousehold> households;
  for (int index = 0; index < grid.buildings * k_floors * k_doors; ++index) {
    const auto id = town.session.households().add(household_of(grid, index));
    town.session.households().add(Residence{{}, id, area, {}});
    const auto category = category_of(town, index);
    if (category) town.session.households().add(Tag{{}, id, *category, {}, {}});
    households.push_back({id, category.has_value()});
  }
  return households;
}

/// Tagged families nearly every month, the others two or three times a year; now and then by
/// phone, or with nobody at home.
std::optional<VisitDraft> visit_of(const DemoHousehold& household, int index, int month) {
  const bool is_turn = household.is_tagged ? (index + month) % 7 != 0 : (index + month) % 5 < 2;
  if (!is_turn) return std::nullopt;
  VisitDraft draft;
  draft.household = household.id;
  if ((index + 2 * month) % 11 == 0) draft.outcome = Outcome::absent;
  if ((index + month) % 6 == 1) draft.mode = Mode::phone;
  draft.note = pick(k_notes, index + month);
  return draft;
}

void add_visits(const DemoTown& town, WorkerId worker,
                const std::vector<DemoHousehold>& households) {
  auto month = period_containing(PeriodKind::month, town.first);
  for (int number = 0; month.first < town.today; ++number, month = next(month))
    for (int index = 0; index < static_cast<int>(households.size()); ++index) {
      auto draft = visit_of(households[static_cast<std::size_t>(index)], index, number);
      const auto day = month.first + days{(index * 3 + number * 2) % 26 + 1};
      if (!draft || day >= town.today) continue;
      draft->worker = worker;
      draft->day = day;
      town.session.visits().add(*draft, day + std::chrono::hours{9});
    }
}

void add_grid(const DemoTown& town, const DemoGrid& grid, AreaId community) {
  const auto area = town.session.areas().add(
      Area{{}, std::string{grid.code}, std::string{grid.name}, "grid", community});
  const auto worker = town.session.workers().add(
      Worker{{}, std::string{grid.worker}, std::string{grid.worker_name}, ""});
  town.session.workers().add(
      Assignment{{}, worker, area, Role::responsible, {town.first, k_forever}});
  add_visits(town, worker, add_households(town, grid, area));
}

}  // namespace

void add_demo_register(const Desk& desk, Day today) {
  keep(desk, {"init", "demo"}, [&](store::Session& session) {
    const auto community = session.areas().add(Area{{}, "C1", "示例社区", "community", {}});
    const DemoTown town{session, std::as_const(session).categories().all(),
                        period_containing(PeriodKind::year, today).first, today};
    for (const auto& grid : k_grids) add_grid(town, grid, community);
    return community;
  });
}

}  // namespace gridvisit::usecase
