#include "gridvisit/policy/policy.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

Day day(std::string_view iso) {
  return parse_iso_day(iso).value();
}

Policy policy(std::string name, Day from) {
  return {std::move(name), from, default_policy().rules};
}

}  // namespace

TEST_CASE("the built-in policy holds the norms V1 to V3") {
  const auto built_in = default_policy();
  REQUIRE(built_in.rules.size() == 3);
  const auto& quota = *built_in.find("monthly-households");
  CHECK(quota.subject == Subject::worker);
  CHECK(quota.modes == std::vector{Mode::door, Mode::outside});
  CHECK(quota.count == Count::households);
  CHECK(quota.at_least == 30);
  CHECK(quota.every == PeriodKind::month);
  CHECK(quota.average_over_year);
  const auto& door = *built_in.find("annual-door-visit");
  CHECK(door.modes == std::vector{Mode::door});
  CHECK(door.every == PeriodKind::year);
  CHECK(door.at_least == 1);
  const auto& special = *built_in.find("special-monthly");
  CHECK(special.tagged == std::vector<std::string>{"special"});
  CHECK(special.modes.size() == k_modes.size());
  CHECK(special.every == PeriodKind::month);
  CHECK_FALSE(built_in.find("no-such-rule"));
}

TEST_CASE("a policy holds until the next one begins") {
  const PolicyBook book{{policy("late", day("2027-01-01")), policy("early", day("2026-07-01"))}};
  CHECK(book.in_force(day("2026-06-30")).name == "default");
  CHECK(book.in_force(day("2026-07-01")).name == "early");
  CHECK(book.in_force(day("2026-12-31")).name == "early");
  CHECK(book.in_force(day("2027-01-01")).name == "late");
  CHECK(book.in_force(k_forever).name == "late");
}

TEST_CASE("of two policies from the same day the one loaded later holds") {
  const PolicyBook book{{policy("first", day("2026-07-01")), policy("second", day("2026-07-01"))}};
  CHECK(book.in_force(day("2026-07-01")).name == "second");
  const PolicyBook replaced{{policy("mine", k_beginning)}};
  CHECK(replaced.in_force(k_beginning).name == "mine");
}
