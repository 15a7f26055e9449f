#pragma once

#include "gridvisit/format/printout.hpp"

namespace gridvisit::pdf {

enum class Ink { black, gray, light, green, amber, red };

constexpr Ink ink_of(format::Tone tone) {
  switch (tone) {
    case format::Tone::good:
      return Ink::green;
    case format::Tone::open:
      return Ink::amber;
    case format::Tone::bad:
      return Ink::red;
    case format::Tone::plain:
      break;
  }
  return Ink::black;
}

}  // namespace gridvisit::pdf
