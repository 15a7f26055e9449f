#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/period.hpp"

/// Days and months that are written with numbers, with or without their year. What is left out
/// makes it the latest one that is not after today. The text is folded (base/text.hpp).
namespace gridvisit {

/// 2026-10-05, 2026/10/5, 2026.10.5, 20261005, 2026年10月5日, 10-05, 10月5日, 10月5号, 5号, oct 5,
/// 5 october 2026. Nothing for a day that does not exist, and for what may be read in two ways.
std::optional<Day> written_day(std::string_view text, Day today);

/// The days that a form which is not taken may mean: 10/5 and 10.5 are 5 October here and 10 May
/// there. For a hint; nothing is guessed.
std::vector<Day> possible_days(std::string_view text, Day today);

/// 2026-10, 2026/10, 2026年10月, 10月, 10, october, oct 2026.
std::optional<Period> written_month(std::string_view text, Day today);

}  // namespace gridvisit
