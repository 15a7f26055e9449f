// fuzz_replay TARGET FILE-OR-FOLDER...: runs a target once with each file, in any build. Fails if
// there is no file at all.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "fuzz/targets.hpp"

namespace {

namespace fs = std::filesystem;
namespace fuzz = gridvisit::fuzz;

struct Target {
  std::string_view name;
  void (*run)(std::string_view);
};

constexpr Target k_targets[]{
    {"csv", fuzz::csv},         {"database", fuzz::database}, {"dates", fuzz::dates},
    {"display", fuzz::display}, {"encoding", fuzz::encoding}, {"import_file", fuzz::import_file},
    {"json", fuzz::json},       {"masking", fuzz::masking},   {"mo", fuzz::mo},
    {"policy", fuzz::policy},   {"printout", fuzz::printout}, {"schema", fuzz::schema},
    {"tags", fuzz::tags},       {"text", fuzz::text},         {"xlsx", fuzz::xlsx},
};

void replay(const Target& target, const fs::path& file) {
  std::cout << file.string() << std::endl;
  std::ostringstream input;
  input << std::ifstream{file, std::ios::binary}.rdbuf();
  target.run(input.str());
}

int replay_all(const Target& target, int count, char** paths) {
  int files = 0;
  for (int number = 0; number < count; ++number) {
    const fs::path path{paths[number]};
    if (fs::is_regular_file(path)) replay(target, path), ++files;
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::directory_iterator{path}) replay(target, entry.path()), ++files;
  }
  std::cout << target.name << ": " << files << " inputs replayed\n";
  return files > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  for (const auto& target : k_targets)
    if (count > 2 && target.name == words[1]) return replay_all(target, count - 2, words + 2);
  std::cerr << "Usage: fuzz_replay TARGET FILE-OR-FOLDER...\n";
  return 2;
}
