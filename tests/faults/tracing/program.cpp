#include "faults/tracing/program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <map>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sched.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/tracing/filter.hpp"

namespace gridvisit::faults {
namespace {

using Action = Verdict::Action;

constexpr int k_not_started = 127;
constexpr int k_by_signal = 128;
constexpr int k_syscall_stop = SIGTRAP | 0x80;

/// Not to be confused with the exception of the same purpose in the program.
[[noreturn]] void fail(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

void trace(int request, pid_t process, std::uint64_t data = 0) {
  if (::ptrace(static_cast<__ptrace_request>(request), process, nullptr, data) != 0) fail("ptrace");
}

user_regs_struct registers_of(pid_t process) {
  user_regs_struct registers{};
  if (::ptrace(PTRACE_GETREGS, process, nullptr, &registers) != 0) fail("PTRACE_GETREGS");
  return registers;
}

void set_registers(pid_t process, const user_regs_struct& registers) {
  if (::ptrace(PTRACE_SETREGS, process, nullptr, &registers) != 0) fail("PTRACE_SETREGS");
}

Call call_of(const user_regs_struct& registers) {
  return {static_cast<long>(registers.orig_rax),
          {registers.rdi, registers.rsi, registers.rdx, registers.r10, registers.r8, registers.r9}};
}

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, __WALL) != process)
    if (errno != EINTR) fail("waitpid");
  return status;
}

int event_of(int status) {
  return WIFSTOPPED(status) && WSTOPSIG(status) == SIGTRAP ? status >> 16 : 0;
}

/// Makes a process that stands at or behind a system call do that call (again).
void rewind_to(pid_t process, const user_regs_struct& at_call) {
  constexpr unsigned k_instruction_bytes = 2;
  auto registers = at_call;
  registers.rip -= k_instruction_bytes;
  registers.rax = at_call.orig_rax;
  registers.orig_rax = ~0ULL;  // so that the kernel restarts nothing by itself
  set_registers(process, registers);
}

/// All in a row, between fork and exec: only what is safe there.
[[noreturn]] void become(const char* folder, char* const* words, char* const* environment,
                         const Filter& filter) {
  constexpr int k_output = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC;
  const bool ready = ::chdir(folder) == 0 &&
                     ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), 0) == 0 &&
                     ::dup2(::open(".out", k_output, 0600), 1) == 1 &&
                     ::dup2(::open(".err", k_output, 0600), 2) == 2 &&
                     ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 && ::raise(SIGSTOP) == 0 &&
                     filter.install();
  if (ready) ::execve(words[0], words, environment);
  ::_exit(k_not_started);
}

/// The threads of one traced process, until it ends.
class Run {
 public:
  Run(pid_t process, Watcher& watcher) : m_process{process}, m_watcher{watcher} {}

  int to_end() {
    trace(PTRACE_CONT, m_process);
    while (true) {
      int status = 0;
      const pid_t thread = ::waitpid(-1, &status, __WALL);
      if (thread < 0 && errno == EINTR) continue;
      if (thread < 0) fail("waitpid");
      if (WIFSTOPPED(status))
        on_stop(thread, status);
      else if (thread == m_process)
        return WIFEXITED(status) ? WEXITSTATUS(status) : k_by_signal + WTERMSIG(status);
    }
  }

 private:
  void on_stop(pid_t thread, int status) {
    const int signal = WSTOPSIG(status);
    if (event_of(status) == PTRACE_EVENT_SECCOMP)
      on_call(thread);
    else if (signal == k_syscall_stop)
      on_result(thread);
    else if (signal == SIGTRAP || signal == SIGSTOP)
      resume(PTRACE_CONT, thread);
    else
      resume(PTRACE_CONT, thread, signal);
  }

  void on_call(pid_t thread) {
    auto registers = registers_of(thread);
    const auto call = call_of(registers);
    const auto verdict = m_watcher.before(call, m_process);
    const bool shortens =
        verdict.action == Action::shorten || verdict.action == Action::shorten_and_kill;
    const bool kills =
        verdict.action == Action::kill_after || verdict.action == Action::shorten_and_kill;
    if (verdict.action == Action::kill) return kill();
    if (verdict.action == Action::fail) {
      registers.orig_rax = ~0ULL;  // no call at all
      registers.rax = static_cast<std::uint64_t>(-static_cast<std::int64_t>(verdict.error));
    }
    if (shortens) registers.rdx /= 2;
    if (shortens || verdict.action == Action::fail) set_registers(thread, registers);
    const bool shown = verdict.action != Action::fail && m_watcher.sees_results();
    if (kills || shown) m_pending[thread] = {call, kills};
    resume(kills || shown ? PTRACE_SYSCALL : PTRACE_CONT, thread);
  }

  void on_result(pid_t thread) {
    const auto [call, kills] = m_pending[thread];
    if (m_watcher.sees_results())
      m_watcher.after(call, static_cast<long>(registers_of(thread).rax), m_process);
    if (kills) return kill();
    resume(PTRACE_CONT, thread);
  }

  void kill() const { ::kill(m_process, SIGKILL); }

  /// A thread that was killed meanwhile can't be resumed, and needn't be.
  static void resume(int request, pid_t thread, int signal = 0) {
    if (::ptrace(static_cast<__ptrace_request>(request), thread, nullptr, signal) != 0 &&
        errno != ESRCH)
      fail("ptrace");
  }

  struct Pending {
    Call call;
    bool kills = false;
  };

  pid_t m_process;
  Watcher& m_watcher;
  std::map<pid_t, Pending> m_pending;
};

/// Lets a process run until its main() makes its first call.
void run_to_main(pid_t process) {
  while (true) {
    trace(PTRACE_CONT, process);
    const int status = wait_for(process);
    if (!WIFSTOPPED(status)) throw std::runtime_error{"the traced program has no main"};
    if (event_of(status) == PTRACE_EVENT_SECCOMP &&
        is_first_of_main(call_of(registers_of(process))))
      return;
  }
}

}  // namespace

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const auto& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

Program::Program(const CommandLine& line) : m_folder{line.folder} {
  const auto words = pointers_to(line.words);
  const auto environment = pointers_to(line.environment);
  const Filter filter;
  m_original = ::fork();
  if (m_original < 0) fail("fork");
  if (m_original == 0) become(m_folder.c_str(), words.data(), environment.data(), filter);
  wait_for(m_original);
  trace(PTRACE_SETOPTIONS, m_original,
        PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEEXEC |
            PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE);
  run_to_main(m_original);
}

Program::~Program() {
  ::kill(m_original, SIGKILL);
  ::waitpid(m_original, nullptr, __WALL);
}

/// The original stands before its first call. It is made to fork instead, as a brother so that this
/// process gets its exit code; then both are put back to where they stood.
pid_t Program::copy() {
  const auto at_call = registers_of(m_original);
  auto forking = at_call;
  forking.orig_rax = SYS_clone;
  forking.rdi = CLONE_PARENT | SIGCHLD;
  forking.rsi = forking.rdx = forking.r10 = forking.r8 = 0;
  set_registers(m_original, forking);
  trace(PTRACE_SYSCALL, m_original);
  if (event_of(wait_for(m_original)) == 0) throw std::runtime_error{"the program did not fork"};
  unsigned long child = 0;
  if (::ptrace(PTRACE_GETEVENTMSG, m_original, nullptr, &child) != 0) fail("PTRACE_GETEVENTMSG");
  trace(PTRACE_SYSCALL, m_original);
  wait_for(m_original);
  rewind_to(m_original, at_call);
  trace(PTRACE_CONT, m_original);
  wait_for(m_original);
  const auto process = static_cast<pid_t>(child);
  wait_for(process);
  rewind_to(process, at_call);
  return process;
}

int Program::run(Watcher& watcher) {
  for (const auto* name : {".out", ".err"}) std::filesystem::resize_file(m_folder / name, 0);
  return Run{copy(), watcher}.to_end();
}

std::filesystem::path path_of(pid_t process, int descriptor) {
  std::error_code failed;
  return std::filesystem::read_symlink(
      "/proc/" + std::to_string(process) + "/fd/" + std::to_string(descriptor), failed);
}

std::string bytes_at(pid_t process, std::uint64_t address, std::size_t count) {
  std::string bytes(count, '\0');
  const iovec here{bytes.data(), count};
  const iovec there{reinterpret_cast<void*>(address), count};
  const auto read = ::process_vm_readv(process, &here, 1, &there, 1, 0);
  if (read < 0) fail("process_vm_readv");
  bytes.resize(static_cast<std::size_t>(read));
  return bytes;
}

std::string text_at(pid_t process, std::uint64_t address) {
  constexpr std::size_t k_page = 4096;
  std::string text;
  while (text.find('\0') == std::string::npos) {
    const auto at = address + text.size();
    text += bytes_at(process, at, k_page - at % k_page);
  }
  return text.substr(0, text.find('\0'));
}

}  // namespace gridvisit::faults
