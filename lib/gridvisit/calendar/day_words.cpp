#include "gridvisit/calendar/day_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

/// The names of a weekday; the first entry is Monday's.
constexpr std::array<std::array<std::string_view, 4>, 7> k_weekdays{{
    {"mon", "monday", "周一", "星期一"},
    {"tue", "tuesday", "周二", "星期二"},
    {"wed", "wednesday", "周三", "星期三"},
    {"thu", "thursday", "周四", "星期四"},
    {"fri", "friday", "周五", "星期五"},
    {"sat", "saturday", "周六", "星期六"},
    {"sun", "sunday", "周日", "星期日"},
}};

std::optional<Day> parse_weekday(std::string_view word, Day today) {
  if (word == "周天" || word == "星期天") word = "周日";
  for (unsigned index = 0; index < k_weekdays.size(); ++index) {
    if (std::ranges::find(k_weekdays[index], word) == k_weekdays[index].end()) continue;
    return today - (weekday{today} - weekday{index + 1});
  }
  return std::nullopt;
}

/// What stands between `before` and `after`, if the word has both.
std::optional<std::string_view> between(std::string_view word, std::string_view before,
                                        std::string_view after) {
  if (!word.starts_with(before) || !word.ends_with(after)) return std::nullopt;
  if (word.size() <= before.size() + after.size()) return std::nullopt;
  return word.substr(before.size(), word.size() - before.size() - after.size());
}

/// `上周五`: of the week before this one, from Monday.
std::optional<Day> parse_weekday_of_last_week(std::string_view word, Day today) {
  const auto name = between(word, "上", "");
  if (!name || !(name->starts_with("周") || name->starts_with("星期"))) return std::nullopt;
  const auto last_sunday = *parse_weekday("周日", today - days{weekday{today}.iso_encoding()});
  return parse_weekday(*name, last_sunday);
}

/// `-2d`, `2天前`: so many days before today.
std::optional<Day> parse_days_back(std::string_view word, Day today) {
  auto number = between(word, "-", "d");
  if (!number) number = between(word, "", "天前");
  const auto count = number ? parse_integer(*number) : std::nullopt;
  if (!count || *count < 0 || *count > 36500) return std::nullopt;
  return today - days{*count};
}

/// `10月5日` and `10月5号` as `10-05`; any other word as it is.
std::string with_dash(std::string_view word) {
  auto said = between(word, "", "日");
  if (!said) said = between(word, "", "号");
  const auto at = said ? said->find("月") : word.npos;
  if (at == word.npos) return std::string{word};
  constexpr std::string_view k_month{"月"};
  const auto two_digits = [](std::string_view number) {
    return std::string(number.size() == 1 ? 1 : 0, '0') + std::string{number};
  };
  return two_digits(said->substr(0, at)) + "-" + two_digits(said->substr(at + k_month.size()));
}

/// `10-05`: the latest one that is not after today. 02-29 may lie up to eight years back.
std::optional<Day> parse_month_day(std::string_view said, Day today) {
  const auto word = with_dash(said);
  if (word.size() != 5 || word[2] != '-') return std::nullopt;
  int of = static_cast<int>(year_month_day{today}.year());
  for (int years_back = 0; years_back <= 8; ++years_back) {
    const auto day = parse_iso_day(fmt::format("{:04}-{}", of - years_back, word));
    if (day && *day <= today) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_of_word(const std::string& word, Day today) {
  if (word == "today" || word == "今天") return today;
  if (word == "yesterday" || word == "昨天") return today - days{1};
  if (word == "前天") return today - days{2};
  if (word == "大前天") return today - days{3};
  if (const auto day = parse_weekday(word, today)) return day;
  if (const auto day = parse_weekday_of_last_week(word, today)) return day;
  if (const auto day = parse_days_back(word, today)) return day;
  return parse_month_day(word, today);
}

std::optional<Period> month_of_word(const std::string& word, Day today) {
  const auto this_month = period_containing(PeriodKind::month, today);
  if (word == "this" || word == "本月" || word == "这个月") return this_month;
  if (word == "last" || word == "上月" || word == "上个月") return previous(this_month);
  if (const auto period = parse_period(word); period && period->kind == PeriodKind::month)
    return period;
  const auto number = parse_integer(word);
  if (!number || *number < 1 || *number > 12 || word.size() > 2) return std::nullopt;
  auto month = this_month;
  while (static_cast<long long>(static_cast<unsigned>(year_month_day{month.first}.month())) !=
         *number)
    month = previous(month);
  return month;
}

std::optional<Period> year_of_word(const std::string& word, Day today) {
  const auto this_year = period_containing(PeriodKind::year, today);
  if (word == "this" || word == "今年") return this_year;
  if (word == "last" || word == "去年") return previous(this_year);
  if (const auto period = parse_period(word); period && period->kind == PeriodKind::year)
    return period;
  return std::nullopt;
}

/// The period, unless it lies before all days that exist.
std::optional<Period> if_it_exists(const std::optional<Period>& period) {
  return period && period->first >= k_beginning ? period : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text, Day today) {
  if (const auto day = parse_iso_day(text)) return day;
  const auto day = day_of_word(fold(text), today);
  return day && *day >= k_beginning ? day : std::nullopt;
}

std::optional<Period> parse_month(std::string_view text, Day today) {
  return if_it_exists(month_of_word(fold(text), today));
}

std::optional<Period> parse_year(std::string_view text, Day today) {
  return if_it_exists(year_of_word(fold(text), today));
}

}  // namespace gridvisit
