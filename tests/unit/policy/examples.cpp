#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "gridvisit/policy/policy_file.hpp"

using namespace gridvisit;

namespace {

Policy example(std::string_view name) {
  const auto path = std::filesystem::path{GRIDVISIT_EXAMPLE_POLICIES} / name;
  std::ifstream file{path, std::ios::binary};
  REQUIRE(file);
  const auto reading = read_policy(std::string{std::istreambuf_iterator<char>{file}, {}});
  for (const auto& problem : reading.problems)
    FAIL_CHECK(name << ":" << problem.line << ": " << in_english(problem.reason));
  return reading.policy;
}

/// The rule of a norm: the one that is not built in.
Rule added_rule(std::string_view file) {
  const auto policy = example(file);
  const auto built_in = default_policy();
  REQUIRE(policy.rules.size() == built_in.rules.size() + 1);
  for (const auto& rule : built_in.rules) CHECK(policy.find(rule.id));
  return policy.rules.back();
}

}  // namespace

TEST_CASE("the example of the built-in policy says the same as the program") {
  auto policy = example("default.toml");
  CHECK(to_toml(policy) == to_toml(default_policy()));
}

TEST_CASE("every example policy loads without problems and says where its norms are from") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator{GRIDVISIT_EXAMPLE_POLICIES}) {
    if (entry.path().extension() != ".toml") continue;
    ++count;
    for (const auto& rule : example(entry.path().filename().string()).rules) {
      CHECK_FALSE(rule.title.empty());
      CHECK(rule.title_en != rule.title);
      CHECK_FALSE(rule.source.empty());
    }
  }
  CHECK(count == 6);
}

TEST_CASE("patrols each morning and afternoon are norm V5") {
  const auto rule = added_rule("daily-patrol.toml");
  CHECK(rule.subject == Subject::grid);
  CHECK(rule.at_least == 2);
}

TEST_CASE("a round of visits each week is norm V6") {
  const auto rule = added_rule("weekly-round.toml");
  CHECK(rule.subject == Subject::worker);
  CHECK(rule.count == Count::days);
  CHECK(rule.every == PeriodKind::week);
  CHECK(rule.at_least == 1);
}

TEST_CASE("key persons met face to face each half-month are norm V7") {
  const auto rule = added_rule("key-persons.toml");
  CHECK(rule.tagged == std::vector<std::string>{"key"});
  CHECK(rule.modes == std::vector{Mode::door, Mode::outside, Mode::office});
  CHECK(rule.every == PeriodKind::half_month);
}

TEST_CASE("gas customers served twice a year are norm V8") {
  const auto rule = added_rule("gas-service.toml");
  CHECK(rule.tagged == std::vector<std::string>{"gas"});
  CHECK(rule.modes == std::vector{Mode::door});
  CHECK(rule.at_least == 2);
  CHECK(rule.every == PeriodKind::year);
}

TEST_CASE("the policy of all norms has each of the others' rules") {
  const auto all = example("all-norms.toml");
  CHECK(all.rules.size() == 7);
  for (const auto* file :
       {"daily-patrol.toml", "weekly-round.toml", "key-persons.toml", "gas-service.toml"})
    CHECK(all.find(added_rule(file).id));
}
