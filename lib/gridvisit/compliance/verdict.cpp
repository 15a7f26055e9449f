#include "gridvisit/compliance/verdict.hpp"

#include <cstdlib>

namespace gridvisit::compliance {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::exempt:
      return "exempt";
    case Verdict::met:
      return "met";
    case Verdict::due:
      return "due";
    case Verdict::missed:
      return "missed";
  }
  std::abort();
}

Verdict verdict_of(std::int64_t done, std::int64_t required, bool open) {
  if (required == 0) return Verdict::exempt;
  if (done >= required) return Verdict::met;
  return open ? Verdict::due : Verdict::missed;
}

std::optional<std::int64_t> tenths(const Ratio& ratio, std::int64_t scale) {
  if (ratio.whole == 0) return std::nullopt;
  return (ratio.part * scale * 20 + ratio.whole) / (2 * ratio.whole);
}

void Tally::add(Verdict verdict) {
  switch (verdict) {
    case Verdict::exempt:
      ++exempt;
      break;
    case Verdict::met:
      ++met;
      break;
    case Verdict::due:
      ++due;
      break;
    case Verdict::missed:
      ++missed;
      break;
  }
}

Tally& Tally::operator+=(const Tally& other) {
  met += other.met;
  due += other.due;
  missed += other.missed;
  exempt += other.exempt;
  return *this;
}

}  // namespace gridvisit::compliance
