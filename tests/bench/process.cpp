#include "process.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

Words in_round(Words words, int round) {
  for (auto& word : words)
    for (auto at = word.find('@'); at != std::string::npos; at = word.find('@'))
      word.replace(at, 1, std::to_string(round));
  return words;
}

pid_t start(Words words) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    std::cerr << "cannot start: " << words.front() << '\n';
    std::exit(1);
  }
  return child;
}

bool succeeded(int status) {
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Cost run(const Words& words) {
  const auto begin = Clock::now();
  const pid_t child = start(words);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const double time = milliseconds_since(begin);
  if (!succeeded(status)) {
    std::cerr << "failed:";
    for (const auto& word : words) std::cerr << ' ' << word;
    std::cerr << '\n';
    std::exit(1);
  }
  return {time, static_cast<double>(usage.ru_maxrss) / 1024};
}

double percentile(std::vector<double> values, double percent) {
  std::ranges::sort(values);
  const double place = percent / 100 * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, values.size() - 1);
  return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace bench
