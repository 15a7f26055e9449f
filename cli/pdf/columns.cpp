#include "pdf/columns.hpp"

#include <algorithm>
#include <numeric>

namespace gridvisit::pdf {
namespace {

/// Every column as wide as it would be, but not beyond `limit`.
std::vector<double> limited(std::span<const Wish> wishes, double limit) {
  std::vector<double> widths;
  for (const auto& wish : wishes)
    widths.push_back(std::max(wish.least, std::min(wish.width, limit)));
  return widths;
}

double sum(const std::vector<double>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

}  // namespace

std::vector<double> fitted(std::span<const Wish> wishes, double room) {
  double low = 0, high = 0;
  for (const auto& wish : wishes) high = std::max(high, wish.width);
  auto widths = limited(wishes, high);
  if (sum(widths) <= room) return widths;
  constexpr double k_near_enough = 0.01;
  while (high - low > k_near_enough) {
    const auto middle = (low + high) / 2;
    (width_within(wishes, middle) <= room ? low : high) = middle;
  }
  widths = limited(wishes, low);
  const auto share = std::min(1.0, room / sum(widths));
  for (auto& width : widths) width *= share;
  return widths;
}

double width_within(std::span<const Wish> wishes, double limit) {
  return sum(limited(wishes, limit));
}

}  // namespace gridvisit::pdf
