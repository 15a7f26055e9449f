#include "round/raw_terminal.hpp"

#include <array>
#include <ctime>
#include <string_view>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace gridvisit::cli {
namespace {

constexpr std::array k_leaving_signals{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

// All that a handler of signals may reach.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t g_is_to_end = 0;
volatile std::sig_atomic_t g_has_new_size = 0;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

void note_end(int) {
  g_is_to_end = 1;
}
void note_size(int) {
  g_has_new_size = 1;
}

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  ::sigaction(signal, &action, nullptr);
}

/// Pasted text comes between marks, so that it is never taken for keys.
void write_to_terminal(std::string_view bytes) {
  // A terminal that is gone is told by the next read.
  [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
}

}  // namespace

RawTerminal::RawTerminal() {
  g_is_to_end = 0;
  sigset_t held;
  ::sigemptyset(&held);
  for (const int signal : k_leaving_signals) ::sigaddset(&held, signal);
  ::sigaddset(&held, SIGWINCH);
  ::sigprocmask(SIG_BLOCK, &held, &m_mask_before);
  for (const int signal : k_leaving_signals) set_handler(signal, note_end);
  set_handler(SIGWINCH, note_size);
  ::tcgetattr(STDIN_FILENO, &m_before);
  enter();
  write_to_terminal("\x1b[?2004h");
}

RawTerminal::~RawTerminal() {
  write_to_terminal("\x1b[?2004l");
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
  for (const int signal : k_leaving_signals) set_handler(signal, SIG_DFL);
  set_handler(SIGWINCH, SIG_DFL);
  ::sigprocmask(SIG_SETMASK, &m_mask_before, nullptr);
}

void RawTerminal::enter() const {
  auto raw = m_before;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_iflag &= ~static_cast<tcflag_t>(IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

Key RawTerminal::next_key() {
  constexpr timespec k_rest_of_a_sequence{0, 50'000'000};
  for (;;) {
    if (auto key = m_decoder.next(false)) return *key;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, m_decoder.is_waiting() ? &k_rest_of_a_sequence : nullptr,
                              &m_mask_before);
    if (g_is_to_end != 0) return {Key::Kind::hang_up};
    if (g_has_new_size != 0) {
      g_has_new_size = 0;
      return {Key::Kind::resize};
    }
    if (ready < 0) continue;
    if (ready == 0) {
      if (auto key = m_decoder.next(true)) return *key;
      continue;
    }
    std::array<char, 512> bytes{};
    const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) return {Key::Kind::hang_up};
    m_decoder.feed({bytes.data(), static_cast<std::size_t>(count)});
  }
}

void RawTerminal::forget_typed() {
  m_decoder.clear();
  ::tcflush(STDIN_FILENO, TCIFLUSH);
}

TerminalSize terminal_size() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return {};
  return {size.ws_col, size.ws_row};
}

}  // namespace gridvisit::cli
