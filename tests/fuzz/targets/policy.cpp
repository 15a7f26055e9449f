// A policy file.
#include <algorithm>

#include "gridvisit/policy/policy_file.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

void expect_told_well(const std::vector<Problem>& problems, std::string_view file) {
  const auto lines = std::count(file.begin(), file.end(), '\n') + 1;
  for (const auto& problem : problems) {
    expect(problem.line >= 0 && problem.line <= lines, "a problem stands on a line of the file");
    expect(!in_english(problem.reason).empty(), "a problem has a reason");
    in_english(problem.mend);
  }
}

void expect_round_trip(const Policy& policy) {
  const auto written = to_toml(policy);
  const auto again = read_policy(written);
  for (const auto& problem : again.problems)
    expect_equal(in_english(problem.reason), "", "what is written is a policy file");
  expect_equal(to_toml(again.policy), written, "a policy is read as it was written");
  for (const auto& rule : policy.rules)
    expect(policy.find(rule.id) == &rule, "a rule is found by its id");
}

}  // namespace

void policy(std::string_view input) {
  const auto reading = read_policy(input);
  expect_told_well(reading.problems, input);
  if (reading.problems.empty()) expect_round_trip(reading.policy);
}

}  // namespace gridvisit::fuzz
