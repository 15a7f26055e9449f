#include "pager.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gridvisit::cli {
namespace {

[[noreturn]] void become_pager(int input) {
  ::dup2(input, STDIN_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  ::setenv("LESSCHARSET", "utf-8", 0);
  ::setenv("LESS", "FRX", 0);
  const char* chosen = std::getenv("PAGER");
  const char* program = chosen != nullptr && *chosen != '\0' ? chosen : "less";
  ::execl("/bin/sh", "sh", "-c", program, nullptr);
  ::_exit(127);
}

}  // namespace

void Pager::start() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  m_child = ::fork();
  if (m_child == 0) become_pager(ends[0]);
  if (m_child > 0) ::dup2(ends[1], STDOUT_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
}

void Pager::finish() {
  const auto child = std::exchange(m_child, 0);
  if (child <= 0) return;
  ::close(STDOUT_FILENO);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace gridvisit::cli
