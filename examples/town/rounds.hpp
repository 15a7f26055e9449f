#pragma once

#include <functional>
#include <vector>

#include "town.hpp"

namespace town {

using Instant = std::chrono::sys_seconds;

struct Visit {
  std::int64_t number = 0;
  std::size_t household = 0;
  std::size_t worker = 0;
  Day day{};
  std::string_view mode{};
  std::string_view outcome{};
  std::optional<int> minute{};  ///< since midnight
  std::string_view note{};
  Instant recorded_at{};
  std::optional<Instant> voided_at{};
  std::string_view void_reason{};
  std::optional<std::int64_t> replaces{};
};

/// Makes the visits of the whole time, month by month in the order in which they were recorded.
void each_visit(const Town& town, const Request& request,
                const std::function<void(const Visit&)>& see);

}  // namespace town
