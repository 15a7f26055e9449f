#pragma once

#include <doctest/doctest.h>

#include "gridvisit/calendar/period.hpp"

/// Days and periods from text that is known to be right.
namespace gridvisit {

inline Day day(std::string_view text) {
  const auto result = parse_iso_day(text);
  REQUIRE(result);
  return *result;
}

inline DayRange days(std::string_view first, std::string_view last) {
  return {day(first), day(last)};
}

inline Period period(std::string_view text) {
  const auto result = parse_period(text);
  REQUIRE(result);
  return *result;
}

}  // namespace gridvisit
