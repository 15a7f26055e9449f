#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

#include "faults/tracing/calls.hpp"

namespace gridvisit::faults {

/// What is to become of a call that a traced program asks for.
struct Verdict {
  enum class Action { proceed, fail, shorten, kill, kill_after, shorten_and_kill };
  Action action = Action::proceed;
  int error = 0;  ///< of fail
};

/// Sees every call of a traced program, in the order of the calls.
class Watcher {
 public:
  virtual ~Watcher() = default;

  /// Before the kernel sees the call.
  virtual Verdict before(const Call& call, pid_t process) = 0;
  /// After a call that was let through; only called if sees_results().
  virtual void after(const Call&, long /*result*/, pid_t /*process*/) {}
  virtual bool sees_results() const { return false; }
};

/// How a program is started.
struct CommandLine {
  std::vector<std::string> words;  ///< the first is the program's path
  std::vector<std::string> environment;
  std::filesystem::path folder;  ///< to run in; receives `.out` and `.err`
};

/// As execve wants them, the last one null; valid as long as `texts` is left alone.
std::vector<char*> pointers_to(const std::vector<std::string>& texts);

/// A program that was started and stopped where its main() begins. Each run is a copy of it (a
/// fork that the program is made to do), which saves the work of starting it anew: half a
/// millisecond instead of fifty with the sanitizers.
class Program {
 public:
  explicit Program(const CommandLine& line);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  /// The exit code, or 128 and the number of the signal that ended it. With a `watcher` that kills,
  /// the process is gone when this returns.
  int run(Watcher& watcher);

 private:
  pid_t copy();

  std::filesystem::path m_folder;
  pid_t m_original = 0;
};

/// The file that a descriptor of a traced process stands for.
std::filesystem::path path_of(pid_t process, int descriptor);
/// A path that a traced process holds at the address.
std::string text_at(pid_t process, std::uint64_t address);
/// Bytes that a traced process holds at the address.
std::string bytes_at(pid_t process, std::uint64_t address, std::size_t count);

}  // namespace gridvisit::faults
