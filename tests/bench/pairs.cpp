#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

/// Times two programs in turn: `bench_pairs ROUNDS PROGRAM WORD… :: PROGRAM WORD…`. Prints the
/// median milliseconds of both and the ratio of the first to the second. Taking turns keeps a
/// busy machine from favouring one of them. `@` in a word becomes the number of the round, so
/// that no two rounds say the same.
namespace {

using Words = std::vector<std::string>;

std::vector<char*> arguments_of(Words& words) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return arguments;
}

Words in_round(Words words, int round) {
  for (auto& word : words)
    for (auto at = word.find('@'); at != std::string::npos; at = word.find('@'))
      word.replace(at, 1, std::to_string(round));
  return words;
}

/// Milliseconds of one run with stdin and stdout closed off; ends the program if it fails.
double run(Words words) {
  const auto arguments = arguments_of(words);
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  int status = 1;
  const bool started =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
  if (started) waitpid(child, &status, 0);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {  // 1: it found nothing
    std::cerr << "failed: " << words.front() << '\n';
    std::exit(1);
  }
  return time.count();
}

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::ranges::nth_element(times, middle);
  return *middle;
}

}  // namespace

int main(int count, char** words) {
  const std::span all{words, static_cast<std::size_t>(count)};
  const auto parting = std::ranges::find(all, std::string_view{"::"});
  if (count < 5 || parting == all.end()) {
    std::cerr << "usage: bench_pairs ROUNDS PROGRAM WORD... :: PROGRAM WORD...\n";
    return 2;
  }
  const Words first{all.begin() + 2, parting};
  const Words second{parting + 1, all.end()};
  std::vector<double> first_times;
  std::vector<double> second_times;
  for (int round = std::atoi(words[1]); round > 0; --round) {
    first_times.push_back(run(in_round(first, round)));
    second_times.push_back(run(in_round(second, round)));
  }
  const double left = median(first_times);
  const double right = median(second_times);
  fmt::print("{:8.2f} ms {:8.2f} ms   ratio {:.2f}\n", left, right, left / right);
}
