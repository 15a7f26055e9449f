#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/calendar/day.hpp"

/// The values that documents are made of.
namespace gridvisit::report {

/// A number of tenths, shown with one decimal: 324 is 32.4.
struct Tenths {
  std::int64_t value = 0;
  friend bool operator==(const Tenths&, const Tenths&) = default;
};

/// A word of a closed set (a verdict, a mode): `key` for machines, `label` for people.
struct Word {
  std::string_view key;
  TextId label;
  friend bool operator==(const Word&, const Word&) = default;
};

/// One value. monostate: does not apply (empty in CSV, null in JSON, "-" on the screen). A list
/// of strings is joined with spaces but in JSON; an empty one is "-" on the screen as well.
using Cell = std::variant<std::monostate, std::string, std::int64_t, bool, Day, Tenths, Word,
                          std::vector<std::string>, Message>;

/// Nothing does not apply.
inline Cell tenths_or_nothing(std::optional<std::int64_t> in_tenths) {
  return in_tenths ? Cell{Tenths{*in_tenths}} : Cell{};
}
inline Cell day_or_nothing(std::optional<Day> day) {
  return day ? Cell{*day} : Cell{};
}

}  // namespace gridvisit::report
