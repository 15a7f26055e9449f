#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/work.hpp"

#include "context.hpp"
#include "standing_line.hpp"

namespace gridvisit::cli {

/// Shows how far long work has come, in one line on stderr that is written over and taken away in
/// the end: on a terminal only, and only after a second of work.
class Progress {
 public:
  using Instant = std::chrono::steady_clock::time_point;
  using Clock = std::function<Instant()>;

  explicit Progress(const Context& context, Clock clock = std::chrono::steady_clock::now);

  /// For the work, which must not outlive this; empty where nothing is to be shown.
  Onlooker onlooker();
  /// Takes the line away, so that something else can be printed.
  void clear() { m_line.clear(); }

 private:
  using Seconds = std::chrono::duration<double>;

  void see(const Advance& advance);
  std::string line(const Advance& advance, Seconds elapsed) const;
  std::string first_that_fits(const std::vector<Message>& lines) const;

  const Context& m_context;
  Clock m_clock;
  StandingLine m_line;
  std::optional<Instant> m_began;  ///< with the first stage
  TextId m_stage{};
  Instant m_stage_began{};
  Instant m_drawn{};
};

}  // namespace gridvisit::cli
