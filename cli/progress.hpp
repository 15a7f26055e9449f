#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "gridvisit/format/byte_source.hpp"

#include "context.hpp"

namespace gridvisit::cli {

/// How far a long piece of work has come, in one line on stderr that is written over and taken
/// away in the end: on a terminal only, and only after a second of work.
class Progress {
 public:
  using Instant = std::chrono::steady_clock::time_point;
  using Clock = std::function<Instant()>;

  /// `total`: the bytes that there are.
  Progress(const Context& context, std::uint64_t total,
           Clock clock = std::chrono::steady_clock::now);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// That many bytes more are done.
  void add(std::uint64_t bytes);

 private:
  void draw(std::chrono::duration<double> elapsed);
  Message line(std::chrono::duration<double> elapsed) const;

  const Context& m_context;
  std::uint64_t m_total;
  Clock m_clock;
  bool m_shows;
  Instant m_began;
  Instant m_drawn;
  std::uint64_t m_done = 0;
  std::size_t m_width = 0;  ///< columns of the line that stands there
};

/// The same bytes; each that is read is added to the progress, which must live as long.
format::ByteSource watched(format::ByteSource source, Progress& progress);

}  // namespace gridvisit::cli
