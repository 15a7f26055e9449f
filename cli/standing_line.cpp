#include "standing_line.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <ostream>
#include <string>

#include <unistd.h>

#include "gridvisit/base/display.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::array k_ending_signals{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
constexpr std::size_t k_widest = 512;

/// Goes over a line of so many columns, and back to where it began.
std::string wiping(std::size_t columns) {
  return '\r' + std::string(columns, ' ') + '\r';
}

// All that a handler of signals may reach: what wipes the line, and how much of it.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::array<char, k_widest> g_wiping{};
volatile std::sig_atomic_t g_wiping_size = 0;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// By now the signal means again what it does by default, as soon as this returns.
void wipe_and_end(int signal) {
  const auto size = static_cast<std::size_t>(g_wiping_size);
  // A terminal that is gone shows no line.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, g_wiping.data(), size);
  ::raise(signal);
}

void prepare_wiping(std::size_t columns) {
  const auto bytes = wiping(std::min(columns, k_widest - 2));
  g_wiping_size = 0;
  std::ranges::copy(bytes, g_wiping.begin());
  g_wiping_size = static_cast<std::sig_atomic_t>(bytes.size());
}

/// What was to be ignored stays ignored: `nohup`, or a job in the background.
void exchange_handlers(void (*from)(int), void (*to)(int)) {
  for (const int signal : k_ending_signals) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != from) continue;
    action = {};
    action.sa_handler = to;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace

void StandingLine::show(std::string_view text) {
  const auto width = display_width(text);
  prepare_wiping(std::max(width, m_width) + StandingLine::k_margin - 1);
  if (m_width == 0) exchange_handlers(SIG_DFL, wipe_and_end);
  const auto rest = m_width > width ? m_width - width : 0;
  m_err << '\r' << text << std::string(rest, ' ') << std::flush;
  m_width = width;
}

void StandingLine::clear() {
  if (m_width == 0) return;
  m_err << wiping(m_width) << std::flush;
  m_width = 0;
  exchange_handlers(wipe_and_end, SIG_DFL);
}

}  // namespace gridvisit::cli
