#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "gridvisit/calendar/period.hpp"
#include "gridvisit/compliance/results.hpp"

namespace gridvisit::store {

/// A month whose figures were kept.
struct Closing {
  ClosingId id;
  Period month;
  std::chrono::sys_seconds at;
  std::string by;         ///< code of the worker who closed it, else the operating system's user
  Day today;              ///< the day by which the month was judged
  std::int64_t head = 0;  ///< sequence of the last audit entry that the figures know of
  std::string head_hash;  ///< of that entry, hexadecimal
};

/// Closings and their figures are only ever added; a month that is closed again has several.
class Closings {
 public:
  virtual ~Closings() = default;

  virtual std::vector<Closing> all() const = 0;  ///< by month, then in the order they were made
  /// In the order they were added; nothing is read ahead of `see`.
  virtual void each_figure(ClosingId closing,
                           const std::function<void(const compliance::Figure&)>& see) const = 0;

  /// The id in the argument is ignored.
  virtual ClosingId add(const Closing& closing) = 0;
  /// A figure of a closing of the same session.
  virtual void add(ClosingId closing, const compliance::Figure& figure) = 0;
};

}  // namespace gridvisit::store
