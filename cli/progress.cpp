#include "progress.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::chrono::seconds k_patience{1};
constexpr std::chrono::milliseconds k_between_lines{200};

/// `[#####---------------]`, without the brackets.
std::string bar(std::uint64_t done, std::uint64_t total) {
  constexpr std::uint64_t k_width = 20;
  const auto filled = static_cast<std::size_t>(done * k_width / total);
  return std::string(filled, '#') + std::string(k_width - filled, '-');
}

std::string megabytes(double bytes) {
  constexpr double k_megabyte = 1e6;
  return fmt::format("{:.1f}", bytes / k_megabyte);
}

/// `0:09`, `12:30`.
std::string minutes_and_seconds(double seconds) {
  constexpr std::int64_t k_minute = 60;
  const std::int64_t whole = std::llround(seconds);
  return fmt::format("{}:{:02}", whole / k_minute, whole % k_minute);
}

}  // namespace

Progress::Progress(const Context& context, std::uint64_t total, Clock clock)
    : m_context{context},
      m_total{total},
      m_clock{std::move(clock)},
      m_shows{total > 0 && context.terminal.err_is_terminal && !context.settings.quiet},
      m_began{m_clock()},
      m_drawn{m_began} {}

Progress::~Progress() {
  if (m_width > 0) m_context.terminal.err << '\r' << std::string(m_width, ' ') << '\r';
}

void Progress::add(std::uint64_t bytes) {
  m_done += bytes;
  if (!m_shows) return;
  const auto now = m_clock();
  if (now - m_began < k_patience || now - m_drawn < k_between_lines) return;
  m_drawn = now;
  draw(now - m_began);
}

void Progress::draw(std::chrono::duration<double> elapsed) {
  const auto text = m_context.catalog.text(line(elapsed));
  const auto width = display_width(text);
  const auto rest = m_width > width ? m_width - width : 0;
  m_context.terminal.err << '\r' << text << std::string(rest, ' ') << std::flush;
  m_width = width;
}

Message Progress::line(std::chrono::duration<double> elapsed) const {
  const auto rate = static_cast<double>(m_done) / elapsed.count();
  const auto done = std::min(m_done, m_total);
  if (done == m_total) return message("All is read, and is being saved.");
  constexpr std::uint64_t k_percent = 100;
  return message("{0} % [{1}] {2} MB/s, {3} left", done * k_percent / m_total, bar(done, m_total),
                 megabytes(rate), minutes_and_seconds(static_cast<double>(m_total - done) / rate));
}

format::ByteSource watched(format::ByteSource source, Progress& progress) {
  return [source = std::move(source), &progress](std::span<char> into) {
    const auto count = source(into);
    progress.add(count);
    return count;
  };
}

}  // namespace gridvisit::cli
