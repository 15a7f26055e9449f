#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

namespace gridvisit::cli {

/// One line on a terminal at stderr that is written over, and taken away in the end: also when a
/// signal ends the program. One at a time.
class StandingLine {
 public:
  explicit StandingLine(std::ostream& err) : m_err{err} {}
  StandingLine(const StandingLine&) = delete;
  StandingLine& operator=(const StandingLine&) = delete;
  ~StandingLine() { clear(); }

  /// Columns at the end of the terminal's line that must stay free: for the cursor, and for the ^C
  /// that the terminal itself shows.
  static constexpr std::size_t k_margin = 3;

  void show(std::string_view text);
  /// Takes it away, if it is there.
  void clear();

 private:
  std::ostream& m_err;
  std::size_t m_width = 0;  ///< columns of the line that stands there; 0: none
};

}  // namespace gridvisit::cli
