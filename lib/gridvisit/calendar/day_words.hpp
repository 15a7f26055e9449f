#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/period.hpp"

namespace gridvisit {

/// A day as people say it, seen from `today`: 2026-10-05, 2026/10/5, 2026年10月5日, 10-05, 10月5日,
/// 5号, oct 5 (the latest one not after today), today, yesterday, -2d, 3 days ago, mon … sun (the
/// latest one not after today), 今天 昨天 前天 大前天 3天前 两天前 周一 星期日, 上周五 of the week
/// before this one (from Monday), 本周一 of this one. Nothing for an unknown word, and for one that
/// may mean several days.
std::optional<Day> parse_day(std::string_view text, Day today);

/// The days that a text which parse_day does not take may mean: 10/5 is October's or May's, `last
/// mon` the latest or last week's. Empty if it takes it or there are none.
std::vector<Day> possible_readings(std::string_view text, Day today);

/// Words for days that are spelt much like the text.
std::vector<std::string> nearest_day_words(std::string_view text);

/// A month as people say it: 2026-10, 2026年10月, 10, 10月, oct (the latest one not after this
/// month), this, last, 本月, 上月, 去年12月.
std::optional<Period> parse_month(std::string_view text, Day today);

/// A year: 2026, 2026年, this, last, 今年, 去年, 前年.
std::optional<Period> parse_year(std::string_view text, Day today);

}  // namespace gridvisit
