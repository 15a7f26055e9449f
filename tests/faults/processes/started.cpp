#include "faults/processes/started.hpp"

#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gridvisit::faults {

pid_t started(const CommandLine& line) {
  const auto words = pointers_to(line.words);
  const auto environment = pointers_to(line.environment);
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error{"no process can be made"};
  if (process > 0) return process;
  constexpr int k_appending = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
  const bool ready = ::chdir(line.folder.c_str()) == 0 &&
                     ::dup2(::open("/dev/null", O_RDWR | O_CLOEXEC), 0) == 0 && ::dup2(0, 1) == 1 &&
                     ::dup2(::open(".err", k_appending, 0600), 2) == 2;
  if (ready) ::execve(words.front(), words.data(), environment.data());
  ::_exit(127);
}

int ended(pid_t process) {
  constexpr int k_by_signal = 128;
  int status = 0;
  if (::waitpid(process, &status, 0) != process) throw std::runtime_error{"a process is lost"};
  return WIFEXITED(status) ? WEXITSTATUS(status) : k_by_signal + WTERMSIG(status);
}

}  // namespace gridvisit::faults
