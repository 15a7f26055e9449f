#include "cli/register.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/text.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::tests {
namespace {

Day day(std::string_view text) {
  return parse_iso_day(text).value();
}

struct Ids {
  AreaId first_grid;
  AreaId second_grid;
};

HouseholdId add_household(store::Session& session, const std::string& code, const std::string& name,
                          AreaId grid, const DayRange& days) {
  const auto parts = split(code, '-');
  Household household;
  household.code = code;
  household.building = parts[1];
  household.unit = parts[2];
  household.room = parts[3];
  household.address = "示例路" + household.building + "栋" + household.room;
  household.name = name;
  household.phone = "13900000000";
  const auto id = session.households().add(household);
  session.households().add(Residence{{}, id, grid, days});
  return id;
}

void add_workers(store::Session& session, const Ids& ids) {
  const DayRange since_new_year{day("2026-01-01"), k_forever};
  const auto first = session.workers().add(Worker{{}, "W01", "员一", "13900000001"});
  const auto second = session.workers().add(Worker{{}, "W02", "员二", "13900000002"});
  session.workers().add(Worker{{}, "W03", "员三", ""});
  session.workers().add(Assignment{{}, first, ids.first_grid, Role::responsible, since_new_year});
  session.workers().add(Assignment{{}, second, ids.second_grid, Role::responsible, since_new_year});
}

void add_households(store::Session& session, const Ids& ids) {
  const DayRange since_2020{day("2020-01-01"), k_forever};
  const auto special = add_household(session, "G01-1-1-101", "甲一", ids.first_grid, since_2020);
  add_household(session, "G01-1-1-102", "甲二", ids.first_grid, since_2020);
  add_household(session, "G01-1-2-101", "甲三", ids.first_grid, {day("2026-10-10"), k_forever});
  add_household(session, "G01-2-1-101", "乙一", ids.first_grid,
                {since_2020.first, day("2026-09-30")});
  add_household(session, "G02-1-1-101", "丙一", ids.second_grid, since_2020);
  add_household(session, "G02-9-9-909", "丙二", ids.second_grid, since_2020);
  const auto categories = std::as_const(session).categories().all();
  const auto empty_nest = std::ranges::find(categories, "empty-nest", &Category::code);
  session.households().add(Tag{{}, special, empty_nest->id, since_2020, ""});
}

}  // namespace

void add_register(Sandbox& sandbox) {
  const auto path = sandbox.folder() / "town.db";
  const store::Authorship author{"tester", "", std::chrono::sys_days{day("2026-01-01")}};
  const auto store = store::create(path, author);
  const auto session = store->write(author);
  Ids ids;
  const auto street = session->areas().add(Area{{}, "S1", "示例街道", "street", {}});
  ids.first_grid = session->areas().add(Area{{}, "G01", "一网格", "grid", street});
  ids.second_grid = session->areas().add(Area{{}, "G02", "二网格", "grid", street});
  add_workers(*session, ids);
  add_households(*session, ids);
  session->commit({"test register", ""});
  sandbox.set("GRIDVISIT_DB", path.string());
  sandbox.set("GRIDVISIT_WORKER", "W01");
  sandbox.set("GRIDVISIT_TODAY", std::string{k_today});
}

}  // namespace gridvisit::tests
