#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

/// Starts other programs: the one place that does.
namespace gridvisit::cli {

/// A program by its path: nothing is looked up.
struct Program {
  std::filesystem::path file;
  std::vector<std::string> words;        ///< the first is its own name
  std::vector<std::string> environment;  ///< `NAME=value`, and nothing else
};

/// Descriptors that become the program's own; -1: the one that we have.
struct ChildStreams {
  int input = -1;
  int output = -1;
  int errors = -1;
};

/// The program's process, in which a broken pipe ends it as usual; 0 if it can't be started, with
/// the reason in errno.
pid_t start(Program program, const ChildStreams& streams);

/// Waits for its end and gives its exit code; 128 and more: it was ended by the signal above 128.
int wait_for(pid_t child);

/// The environment of this process.
std::vector<std::string> own_environment();

}  // namespace gridvisit::cli
