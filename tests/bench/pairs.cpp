#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "process.hpp"

/// Measures two programs in turn, so that a busy machine favours neither:
/// `bench_pairs [--before COMMAND] ROUNDS PROGRAM WORD... :: PROGRAM WORD...`.
///
/// `@` in a word becomes the number of the round, so that no two rounds say the same. COMMAND is
/// run by the shell before each round, and not timed: it sets up what the round uses up.
/// Prints, separated by tabs: milliseconds and megabytes of the first, of the second (medians),
/// the ratio of the milliseconds, and the 10th and the 90th percentile of the rounds' ratios.
namespace {

using namespace bench;

struct Plan {
  std::optional<std::string> before;
  int rounds = 0;
  Words first;
  Words second;
};

struct Measured {
  std::vector<double> milliseconds;
  std::vector<double> megabytes;

  void add(const Cost& cost) {
    milliseconds.push_back(cost.milliseconds);
    megabytes.push_back(cost.megabytes);
  }
};

std::optional<Plan> plan_of(std::span<char*> words) {
  Plan plan;
  if (words.size() > 2 && words[0] == std::string_view{"--before"}) {
    plan.before = words[1];
    words = words.subspan(2);
  }
  const auto parting = std::ranges::find(words, std::string_view{"::"});
  if (words.size() < 4 || parting == words.end()) return {};
  plan.rounds = std::atoi(words[0]);
  plan.first = {words.begin() + 1, parting};
  plan.second = {parting + 1, words.end()};
  if (plan.rounds < 1 || plan.first.empty() || plan.second.empty()) return {};
  return plan;
}

/// Who begins changes from round to round: the second of a round finds the caches warmer.
void run_round(const Plan& plan, int round, Measured& first, Measured& second) {
  if (plan.before) run(in_round({"sh", "-c", *plan.before}, round));
  if (round % 2 == 0) second.add(run(in_round(plan.second, round)));
  first.add(run(in_round(plan.first, round)));
  if (round % 2 != 0) second.add(run(in_round(plan.second, round)));
}

void print(const Measured& first, const Measured& second) {
  std::vector<double> ratios;
  for (std::size_t at = 0; at < first.milliseconds.size(); ++at)
    ratios.push_back(first.milliseconds[at] / second.milliseconds[at]);
  const double ours = percentile(first.milliseconds, 50);
  const double theirs = percentile(second.milliseconds, 50);
  fmt::print("{:.3f}\t{:.2f}\t{:.3f}\t{:.2f}\t{:.4f}\t{:.4f}\t{:.4f}\n", ours,
             percentile(first.megabytes, 50), theirs, percentile(second.megabytes, 50),
             ours / theirs, percentile(ratios, 10), percentile(ratios, 90));
}

}  // namespace

int main(int count, char** words) {
  const auto plan = plan_of(std::span{words, static_cast<std::size_t>(count)}.subspan(1));
  if (!plan) {
    std::cerr << "usage: bench_pairs [--before COMMAND] ROUNDS PROGRAM WORD... :: "
                 "PROGRAM WORD...\n";
    return 2;
  }
  Measured first;
  Measured second;
  for (int round = plan->rounds; round > 0; --round) run_round(*plan, round, first, second);
  print(first, second);
}
