#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/base/work.hpp"

namespace gridvisit::tests {

/// Looks on at long work, and remembers how far each of its stages came.
class StagesSeen {
 public:
  Onlooker onlooker() {
    return [this](const Advance& advance) { see(advance); };
  }
  /// Each stage with what was done of it: `Checking texts 7`; in percent if it had a total.
  std::vector<std::string> told() const {
    std::vector<std::string> texts;
    for (const auto& [stage, unit, done, total] : m_stages)
      texts.push_back(total ? fmt::format("{} {} %", stage.text, done * 100 / *total)
                            : fmt::format("{} {}", stage.text, done));
    return texts;
  }

 private:
  /// A stage begins with nothing done, and nothing is ever undone.
  void see(const Advance& advance) {
    if (m_stages.empty() || m_stages.back().stage != advance.stage) {
      CHECK(advance.done == 0);
      m_stages.push_back(advance);
      return;
    }
    CHECK(advance.done >= m_stages.back().done);
    m_stages.back() = advance;
  }

  std::vector<Advance> m_stages;
};

}  // namespace gridvisit::tests
