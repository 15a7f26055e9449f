#include "progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::chrono::seconds k_patience{1};
constexpr std::chrono::milliseconds k_between_lines{200};

/// `#####---------------`
std::string bar(std::uint64_t done, std::uint64_t total) {
  constexpr std::uint64_t k_width = 20;
  const auto filled = static_cast<std::size_t>(done * k_width / total);
  return std::string(filled, '#') + std::string(k_width - filled, '-');
}

/// `0:09`, `12:30`.
std::string minutes_and_seconds(double seconds) {
  constexpr std::int64_t k_minute = 60;
  const std::int64_t whole = std::llround(seconds);
  return fmt::format("{}:{:02}", whole / k_minute, whole % k_minute);
}

Message rate_of(WorkUnit unit, double per_second) {
  constexpr double k_megabyte = 1e6;
  switch (unit) {
    case WorkUnit::bytes:
      return message("{0} MB/s", fmt::format("{:.1f}", per_second / k_megabyte));
    case WorkUnit::rows:
      return message("{0} rows/s", std::llround(per_second));
    case WorkUnit::households:
      break;
  }
  return message("{0} households/s", std::llround(per_second));
}

}  // namespace

Progress::Progress(const Context& context, Clock clock)
    : m_context{context}, m_clock{std::move(clock)}, m_line{context.terminal.err} {}

Onlooker Progress::onlooker() {
  if (!m_context.terminal.err_is_terminal || m_context.settings.quiet) return {};
  return [this](const Advance& advance) { see(advance); };
}

void Progress::see(const Advance& advance) {
  const auto now = m_clock();
  if (!m_began) m_began = now;
  const bool begins = advance.stage != m_stage;
  if (begins) {
    m_stage = advance.stage;
    m_stage_began = now;
  }
  if (now - *m_began < k_patience || (!begins && now - m_drawn < k_between_lines)) return;
  m_drawn = now;
  m_line.show(line(advance, now - m_stage_began));
}

std::string Progress::line(const Advance& advance, Seconds elapsed) const {
  const auto& stage = advance.stage;
  if (advance.done == 0 || elapsed <= Seconds::zero())
    return first_that_fits({message("{0} …", stage)});
  const auto per_second = static_cast<double>(advance.done) / elapsed.count();
  const auto rate = rate_of(advance.unit, per_second);
  if (advance.total.value_or(0) == 0) return first_that_fits({message("{0}: {1}", stage, rate)});
  const auto total = *advance.total, done = std::min(advance.done, total);
  constexpr std::uint64_t k_percent = 100;
  const auto percent = done * k_percent / total;
  const auto left = minutes_and_seconds(static_cast<double>(total - done) / per_second);
  return first_that_fits(
      {message("{0}: {1} % [{2}] {3}, {4} left", stage, percent, bar(done, total), rate, left),
       message("{0}: {1} % {2}, {3} left", stage, percent, rate, left),
       message("{0}: {1} %, {2} left", stage, percent, left), message("{0} %", percent)});
}

/// The terminal must break no line; the last one of the list will do anywhere.
std::string Progress::first_that_fits(const std::vector<Message>& lines) const {
  const auto columns = m_context.terminal.err_columns();
  std::string text;
  for (const auto& line : lines) {
    text = m_context.catalog.text(line);
    if (display_width(text) + StandingLine::k_margin <= columns) break;
  }
  return text;
}

}  // namespace gridvisit::cli
