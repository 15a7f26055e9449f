// What households are known by: by grid, by the beginning of their code, and by name.
#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

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

TEST_CASE("names are shown in order and those of no use are passed over") {
  for_every_backend([](Store& store) {
    write(store, [&](Session& session) {
      const auto town = make_town(session);
      for (int number = 0; number < 60; ++number)
        add_named(session, fmt::format("A-{:02}", number), "张明", town.first_grid);
      const std::pair<const char*, const char*> others[] = {{"B-1", "张伟"}, {"B-2", "李明"},
                                                            {"B-3", "李"},   {"B-4", ""},
                                                            {"B-5", "王"},   {"B-6", "李"}};
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
  });
}
