#include "child.hpp"

#include <cerrno>
#include <csignal>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gridvisit::cli {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// What happens in the new process before the program runs.
class Preparation {
 public:
  explicit Preparation(const ChildStreams& streams) {
    ::posix_spawn_file_actions_init(&m_actions);
    ::posix_spawnattr_init(&m_attributes);
    move(streams.input, STDIN_FILENO);
    move(streams.output, STDOUT_FILENO);
    move(streams.errors, STDERR_FILENO);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    ::posix_spawnattr_setsigdefault(&m_attributes, &usual);
    ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF);
  }
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;
  ~Preparation() {
    ::posix_spawn_file_actions_destroy(&m_actions);
    ::posix_spawnattr_destroy(&m_attributes);
  }

  const posix_spawn_file_actions_t* actions() const { return &m_actions; }
  const posix_spawnattr_t* attributes() const { return &m_attributes; }

 private:
  void move(int from, int to) {
    if (from != -1) ::posix_spawn_file_actions_adddup2(&m_actions, from, to);
  }

  posix_spawn_file_actions_t m_actions{};
  posix_spawnattr_t m_attributes{};
};

}  // namespace

pid_t start(Program program, const ChildStreams& streams) {
  const Preparation preparation{streams};
  const auto words = pointers_to(program.words);
  const auto environment = pointers_to(program.environment);
  pid_t child = 0;
  const int problem = ::posix_spawn(&child, program.file.c_str(), preparation.actions(),
                                    preparation.attributes(), words.data(), environment.data());
  if (problem == 0) return child;
  errno = problem;
  return 0;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int k_signals = 128;
  return WIFSIGNALED(status) ? k_signals + WTERMSIG(status) : WEXITSTATUS(status);
}

std::vector<std::string> own_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  return variables;
}

}  // namespace gridvisit::cli
