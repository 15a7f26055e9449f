#include "gridvisit/usecase/edit_tag.hpp"

#include <doctest/doctest.h>

#include "gridvisit/usecase/edit_leave.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "unit/usecase/register_town.hpp"

using namespace gridvisit;
using namespace gridvisit::usecase;
using namespace gridvisit::usecase::testing;

namespace {

const TagName k_disabled{"H1", "disabled"};

std::string tags(const RegisterTown& town) {
  std::string result;
  for (const auto& tag : town.store->read()->households().tags_of(town.household("H1")))
    result += spoken_days(tag.days).text + " '" + tag.note + "'; ";
  return result;
}

std::string leaves(const RegisterTown& town) {
  std::string result;
  for (const auto& leave : town.store->read()->workers().leaves_of(town.worker("W1")))
    result += spoken_days(leave.days).text + " " + leave.kind + "; ";
  return result;
}

}  // namespace

TEST_CASE("the same tag can't hold twice on one day but again later") {
  RegisterTown town;
  add_tag(town.desk, k_disabled, {day("2026-01-01"), day("2026-06-30")}, "first");
  CHECK(error_of([&] {
          add_tag(town.desk, k_disabled, {day("2026-06-30"), k_forever}, "");
        }) == ErrorKind::refused);
  add_tag(town.desk, {"H1", "gas"}, {day("2026-06-30"), k_forever}, "");
  add_tag(town.desk, k_disabled, {day("2026-07-01"), k_forever}, "again");
  CHECK(tags(town) ==
        "2026-01-01 .. 2026-06-30 'first'; 2026-06-30 .. ''; 2026-07-01 .. 'again'; ");
}

TEST_CASE("a tag needs a household and a category that exist") {
  RegisterTown town;
  CHECK(error_of([&] { add_tag(town.desk, {"H9", "gas"}, {}, ""); }) == ErrorKind::not_found);
  CHECK(error_of([&] { add_tag(town.desk, {"H1", "gaz"}, {}, ""); }) == ErrorKind::not_found);
}

TEST_CASE("a tag is ended and edited by the day that it holds") {
  RegisterTown town;
  add_tag(town.desk, k_disabled, {}, "");
  end_tag(town.desk, k_disabled, day("2026-06-30"));
  CHECK(tags(town) == ".. 2026-06-30 ''; ");
  const DayChoice today{{}, day("2026-10-05")};
  edit_tag(town.desk, k_disabled, today, {{day("2026-02-01"), k_forever}, "certified"});
  CHECK(tags(town) == "2026-02-01 .. 'certified'; ");
  CHECK(error_of([&] {
          end_tag(town.desk, {"H1", "gas"}, day("2026-06-30"));
        }) == ErrorKind::not_found);
}

TEST_CASE("a category of one's own can be given to a household") {
  RegisterTown town;
  const auto category = add_category(town.desk, {{}, "pregnant", "孕产妇", "", {"special"}});
  CHECK(category.name_en == "孕产妇");
  add_tag(town.desk, {"H1", "pregnant"}, {}, "");
  CHECK(tags(town) == "always ''; ");
}

TEST_CASE("a category is refused whose code is taken or that has no name") {
  RegisterTown town;
  const auto add = [&](const Category& category) {
    return error_of([&] { add_category(town.desk, category); });
  };
  CHECK(add({{}, "gas", "燃气", "gas", {}}) == ErrorKind::refused);
  CHECK(add({{}, "own", "", "", {}}) == ErrorKind::refused);
  CHECK(add({{}, "own", "own", "", {"two words"}}) == ErrorKind::refused);
}

TEST_CASE("leaves of a worker never overlap") {
  RegisterTown town;
  add_leave(town.desk, "W1", {day("2026-10-01"), day("2026-10-07")}, "holiday");
  CHECK(error_of([&] {
          add_leave(town.desk, "W1", {day("2026-10-07"), day("2026-10-08")}, "sick");
        }) == ErrorKind::refused);
  add_leave(town.desk, "W1", {day("2026-10-08"), k_forever}, "sick");
  CHECK(leaves(town) == "2026-10-01 .. 2026-10-07 holiday; 2026-10-08 .. sick; ");
  end_leave(town.desk, "W1", day("2026-10-20"));
  edit_leave(town.desk, "W1", {day("2026-10-03"), day("2026-10-30")},
             {{day("2026-09-30"), {}}, "rest"});
  CHECK(leaves(town) == "2026-09-30 .. 2026-10-07 rest; 2026-10-08 .. 2026-10-20 sick; ");
}

TEST_CASE("without a day the only leave is meant and of several the one of today") {
  RegisterTown town;
  add_leave(town.desk, "W1", {day("2026-10-01"), day("2026-10-07")}, "");
  edit_leave(town.desk, "W1", {{}, day("2026-12-01")}, {{}, "one"});
  add_leave(town.desk, "W1", {day("2026-11-01"), day("2026-11-07")}, "");
  CHECK(error_of([&] {
          edit_leave(town.desk, "W1", {{}, day("2026-12-01")}, {{}, "two"});
        }) == ErrorKind::not_found);
  edit_leave(town.desk, "W1", {{}, day("2026-11-02")}, {{}, "two"});
  CHECK(leaves(town) == "2026-10-01 .. 2026-10-07 one; 2026-11-01 .. 2026-11-07 two; ");
}

TEST_CASE("a patrol is recorded once and never for a day to come") {
  RegisterTown town;
  const auto today = day("2026-10-05");
  const NewPatrol wanted{"W1", "G1", today, HalfDay::pm, "quiet"};
  CHECK_FALSE(record_patrol(town.desk, wanted, today).known_before);
  const auto writes = town.writes();
  CHECK(record_patrol(town.desk, wanted, today).known_before);
  CHECK(town.writes() == writes);
  const auto patrols = town.store->read()->visits().patrols(town.area("G1"), {});
  REQUIRE(patrols.size() == 1);
  CHECK(patrols.front().half == HalfDay::pm);
  CHECK_FALSE(record_patrol(town.desk, {"W1", "G1", today, HalfDay::am, ""}, today).known_before);
  CHECK(error_of([&] { record_patrol(town.desk, wanted, day("2026-10-04")); }) ==
        ErrorKind::refused);
}

TEST_CASE("a patrol of someone who does not hold the grid is accepted and told") {
  RegisterTown town;
  const auto today = day("2026-10-05");
  CHECK(record_patrol(town.desk, {"W1", "G1", today, HalfDay::am, ""}, today).in_post);
  CHECK_FALSE(record_patrol(town.desk, {"W2", "G1", today, HalfDay::am, ""}, today).in_post);
}
