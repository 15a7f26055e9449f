#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

/// Programs that the benchmarks start, and what they cost.
namespace bench {

using Words = std::vector<std::string>;
using Clock = std::chrono::steady_clock;

struct Cost {
  double milliseconds = 0;
  double megabytes = 0;  ///< the most that it held at once; never less than what this program holds
};

/// What a program and its words become in one round: `@` is the number of the round.
Words in_round(Words words, int round);

/// Starts a program with its input and output closed off; ends this one if it can't be started.
pid_t start(Words words);

/// Whether a program did what it was asked to, by what `wait` says of it.
bool succeeded(int status);

/// The cost of one run; ends this program if that one fails.
Cost run(const Words& words);

/// Between the sorted values, PERCENT of the way; 50 is the median. The values are not empty.
double percentile(std::vector<double> values, double percent);

double milliseconds_since(Clock::time_point start);

}  // namespace bench
