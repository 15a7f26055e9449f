#pragma once

#include <optional>
#include <string_view>

#include "gridvisit/calendar/period.hpp"

namespace gridvisit {

/// A day as people say it, seen from `today`: 2026-10-05, 10-05 (the latest one not after today),
/// today, yesterday, -2d, mon … sun (the latest one not after today), 今天 昨天 前天 大前天 3天前
/// 10月5日 周一 星期日, and 上周五 of the week before this one (from Monday).
/// Nothing for an unknown word.
std::optional<Day> parse_day(std::string_view text, Day today);

/// A month as people say it: 2026-10, 10 (the latest one not after this month), this, last,
/// 本月, 上月.
std::optional<Period> parse_month(std::string_view text, Day today);

/// A year: 2026, this, last, 今年, 去年.
std::optional<Period> parse_year(std::string_view text, Day today);

}  // namespace gridvisit
