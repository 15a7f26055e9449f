#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <sys/wait.h>

#include "process.hpp"

/// Lets many processes write at once, two programs in turn:
/// `bench_writers WRITERS ROUNDS PROGRAM WORD... :: PROGRAM WORD...`.
///
/// `@` in a word becomes the number of the writer. Prints a line for each program, separated by
/// tabs: how many writers failed in all rounds, milliseconds of the longest and of all (medians of
/// the rounds); then a line with the ratios of the longest and one with those of all, each followed
/// by the 10th and the 90th percentile of the rounds' ratios.
namespace {

using namespace bench;

struct Crowd {
  int failed = 0;
  std::vector<double> longest;
  std::vector<double> all;
};

void run_crowd(const Words& words, int writers, Crowd& crowd) {
  const auto begin = Clock::now();
  std::map<pid_t, Clock::time_point> started;
  for (int writer = 1; writer <= writers; ++writer) {
    const auto now = Clock::now();
    started.emplace(start(in_round(words, writer)), now);
  }
  double longest = 0;
  while (!started.empty()) {
    int status = 0;
    const auto done = started.find(wait(&status));
    if (done == started.end()) continue;
    longest = std::max(longest, milliseconds_since(done->second));
    if (!succeeded(status)) ++crowd.failed;
    started.erase(done);
  }
  crowd.longest.push_back(longest);
  crowd.all.push_back(milliseconds_since(begin));
}

void print(const Crowd& crowd) {
  fmt::print("{}\t{:.2f}\t{:.2f}\n", crowd.failed, percentile(crowd.longest, 50),
             percentile(crowd.all, 50));
}

void print_ratios(const std::vector<double>& ours, const std::vector<double>& theirs) {
  std::vector<double> ratios;
  for (std::size_t at = 0; at < ours.size(); ++at) ratios.push_back(ours[at] / theirs[at]);
  fmt::print("{:.4f}\t{:.4f}\t{:.4f}\n", percentile(ours, 50) / percentile(theirs, 50),
             percentile(ratios, 10), percentile(ratios, 90));
}

}  // namespace

int main(int count, char** words) {
  const std::span all{words, static_cast<std::size_t>(count)};
  const auto parting = std::ranges::find(all, std::string_view{"::"});
  if (count < 6 || parting == all.end()) {
    std::cerr << "usage: bench_writers WRITERS ROUNDS PROGRAM WORD... :: PROGRAM WORD...\n";
    return 2;
  }
  Crowd ours;
  Crowd theirs;
  for (int round = std::atoi(words[2]); round > 0; --round) {
    run_crowd({all.begin() + 3, parting}, std::atoi(words[1]), ours);
    run_crowd({parting + 1, all.end()}, std::atoi(words[1]), theirs);
  }
  print(ours);
  print(theirs);
  print_ratios(ours.longest, theirs.longest);
  print_ratios(ours.all, theirs.all);
}
