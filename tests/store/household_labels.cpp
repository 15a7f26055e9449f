// What households are known by: by grid, by a part of it, by the beginning of their code, and by
// name.
#include <algorithm>
#include <array>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

#include "compliance/dice.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

void add_named(Session& session, const std::string& code, const std::string& name, AreaId grid) {
  Household household;
  household.code = code;
  household.name = name;
  household.address = code + " road";
  session.households().add(Residence{{}, session.households().add(household), grid, {}});
}

/// What each_by_name shows, with what is to be passed over after each.
std::string shown_by_name(const Session& session,
                          const std::function<std::size_t(std::string_view)>& passed_over) {
  std::string shown;
  session.households().each_by_name([&](const HouseholdLabel& label) {
    shown += std::string{label.name} + "/" + std::string{label.code} + " ";
    CHECK(label.address.empty());
    return passed_over(label.name);
  });
  return shown;
}

}  // namespace

TEST_CASE("labels are those of the grids asked for, or all") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) {
      town = make_town(session);
      add_named(session, "G01-9", "乙", town.first_grid);
    });
    const auto session = store.read();
    const auto labels = [&](const std::vector<AreaId>& grids) {
      std::vector<std::string> codes;
      session->households().each_label(grids, [&](const HouseholdLabel& label) {
        codes.emplace_back(label.code);
        if (label.code == "G01-9") CHECK((label.name == "乙" && label.address == "G01-9 road"));
        return true;
      });
      std::ranges::sort(codes);
      return codes;
    };
    CHECK(labels({}) == std::vector<std::string>{"G01-1-1", "G01-1-2", "G01-9", "G02-1-1"});
    CHECK(labels({town.first_grid}) == std::vector<std::string>{"G01-1-1", "G01-1-2", "G01-9"});
    CHECK(labels({town.second_grid}) == std::vector<std::string>{"G01-1-2", "G02-1-1"});
    int seen = 0;
    session->households().each_label({}, [&](const HouseholdLabel&) { return ++seen < 2; });
    CHECK(seen == 2);
  });
}

TEST_CASE("households are shown by the beginning of their code in order") {
  for_every_backend([](Store& store) {
    write(store, [&](Session& session) {
      const auto town = make_town(session);
      for (const auto* code : {"A-2", "A-1", "A", "B-1"})
        add_named(session, code, "", town.first_grid);
    });
    const auto session = store.read();
    std::string shown;
    session->households().each_by_code("A", [&](const HouseholdLabel& label) {
      shown += std::string{label.code} + " ";
      return label.code != "A-1";
    });
    CHECK(shown == "A A-1 ");
  });
}

namespace {

constexpr std::array<std::string_view, 12> k_parts{"示例路", "7号", "17",   "张",     "明", "Ａ",
                                                   "b",      "B",   "３栋", "（东）", "é",  "-"};

std::string made_of(town::Dice& dice, int most) {
  std::string text;
  for (int part = dice.below(most + 1); part > 0; --part) text += dice.one_of(k_parts);
  return text;
}

/// Codes of the households that hold the folded text, found among all, and among those shown for
/// it.
void check_shown_for(const Session& session, const std::string& folded) {
  std::vector<std::string> holding, shown;
  const auto holds = [&](const HouseholdLabel& label) {
    return contains_folded(label.code, folded) || contains_folded(label.name, folded) ||
           contains_folded(label.address, folded);
  };
  session.households().each_label({}, [&](const HouseholdLabel& label) {
    if (holds(label)) holding.emplace_back(label.code);
    return true;
  });
  session.households().each_that_may_hold(folded, [&](const HouseholdLabel& label) {
    if (holds(label)) shown.emplace_back(label.code);
    return true;
  });
  std::ranges::sort(holding);
  std::ranges::sort(shown);
  CHECK(shown == holding);
}

/// Adds and changes households at random.
void change_households(Session& session, town::Dice& dice, std::vector<HouseholdId>& known) {
  const auto turn = session.audit().head().sequence;
  for (int change = 0; change < 90; ++change) {
    Household household;
    household.code = fmt::format("{}-{}-{}", turn, change, made_of(dice, 2));
    household.name = made_of(dice, 2);
    household.address = made_of(dice, 4);
    if (known.empty() || dice.chance(70)) {
      known.push_back(session.households().add(household));
    } else {
      household.id = dice.one_of(known);
      session.households().update(household);
    }
  }
}

}  // namespace

TEST_CASE("all that hold a text are shown for it, whatever was changed or erased") {
  for (std::uint64_t seed = 0; seed < 5; ++seed)
    for_every_backend([&](Store& store) {
      town::Dice dice{seed};
      std::vector<HouseholdId> known;
      for (int turn = 0; turn < 3; ++turn) {
        write(store, [&](Session& session) { change_households(session, dice, known); });
        write(store, [&](Session& session) {
          for (const auto household : dice.some_of(known))
            if (dice.chance(20)) session.erasures().add({{}, household, {}, "asked for it"});
        });
      }
      const auto session = store.read();
      for (int search = 0; search < 60; ++search) check_shown_for(*session, fold(made_of(dice, 3)));
      session->audit().verify([&](const Message& finding) { FAIL_CHECK(in_english(finding)); }, {});
    });
}

TEST_CASE("households far from those that hold a text are not shown for it") {
  const TemporaryFolder folder;
  const auto store = create(folder / "town.db", author());
  write(*store, [](Session& session) {
    const auto town = make_town(session);
    for (int number = 0; number < 300; ++number)
      add_named(session, fmt::format("A-{:03}", number), number == 200 ? "张明" : "李四",
                town.first_grid);
  });
  const auto shown_for = [session = store->read()](std::string_view folded) {
    int shown = 0;
    session->households().each_that_may_hold(folded, [&](const HouseholdLabel&) {
      ++shown;
      return true;
    });
    return shown;
  };
  CHECK(shown_for("张明") <= 64);
  CHECK(shown_for("张明") > 0);
  CHECK(shown_for("明张") == 0);
  CHECK(shown_for("明") > 300);
}

TEST_CASE("names are shown in order and those of no use are passed over") {
  for_every_backend([](Store& store) {
    write(store, [&](Session& session) {
      const auto town = make_town(session);
      for (int number = 0; number < 60; ++number)
        add_named(session, fmt::format("A-{:02}", number), "张明", town.first_grid);
      const std::pair<const char*, const char*> others[] = {
          {"B-1", "张伟"}, {"B-2", "李明"}, {"B-3", "李"},    {"B-4", ""},
          {"B-5", "王"},   {"B-6", "李"},   {"B-7", "张明明"}};
      for (const auto& [code, name] : others) add_named(session, code, name, town.first_grid);
    });
    const auto session = store.read();
    const auto everything = shown_by_name(*session, [](std::string_view) { return 0; });
    CHECK(everything.find("张伟/B-1") != std::string::npos);
    CHECK(std::ranges::count(everything, ' ') >= 65);
    CHECK(everything.find("B-4") == std::string::npos);
    const auto first_of_each =
        shown_by_name(*session, [](std::string_view name) { return std::min(name.size(), 3UL); });
    CHECK(first_of_each.find("张") == first_of_each.rfind("张"));
    CHECK(first_of_each.find("李") == first_of_each.rfind("李"));
    CHECK(first_of_each.find("王/B-5") != std::string::npos);
    const auto of_zhang = shown_by_name(
        *session, [](std::string_view name) { return name.starts_with("张") ? 6UL : 3UL; });
    CHECK(of_zhang.find("张伟/B-1") != std::string::npos);
    CHECK(of_zhang.find("张明/A-") == of_zhang.rfind("张明/A-"));
    const auto each_once =
        shown_by_name(*session, [](std::string_view) { return store::k_equal_names; });
    for (const auto* name : {"张伟/", "张明/", "张明明/", "李/", "李明/", "王/"})
      CHECK((each_once.find(name) != std::string::npos &&
             each_once.find(name) == each_once.rfind(name)));
  });
}
