#include "gridvisit/calendar/day_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "gridvisit/base/text.hpp"
#include "gridvisit/calendar/written_day.hpp"

namespace gridvisit {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

/// The names of a weekday; the first entry is Monday's.
constexpr std::array<std::array<std::string_view, 6>, 7> k_weekdays{{
    {"mon", "monday", "周一", "星期一", "礼拜一"},
    {"tue", "tuesday", "周二", "星期二", "礼拜二", "tues"},
    {"wed", "wednesday", "周三", "星期三", "礼拜三"},
    {"thu", "thursday", "周四", "星期四", "礼拜四", "thurs"},
    {"fri", "friday", "周五", "星期五", "礼拜五"},
    {"sat", "saturday", "周六", "星期六", "礼拜六"},
    {"sun", "sunday", "周日", "星期日", "礼拜日"},
}};

/// 0 for Monday to 6 for Sunday; nothing if the word names no weekday.
std::optional<unsigned> weekday_named(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (word == "周天" || word == "星期天" || word == "礼拜天") word = "周日";
  for (unsigned index = 0; index < k_weekdays.size(); ++index)
    if (std::ranges::find(k_weekdays[index], word) != k_weekdays[index].end()) return index;
  return std::nullopt;
}

Day monday_of(Day day) {
  return day - days{weekday{day}.iso_encoding() - 1};
}

/// The latest one that is not after today.
std::optional<Day> parse_weekday(std::string_view word, Day today) {
  const auto index = weekday_named(word);
  if (!index) return std::nullopt;
  return today - (weekday{today} - weekday{*index + 1});
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

int year_of(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}

/// What stands between `before` and `after`, if the word has both.
std::optional<std::string_view> between(std::string_view word, std::string_view before,
                                        std::string_view after) {
  if (!word.starts_with(before) || !word.ends_with(after)) return std::nullopt;
  if (word.size() <= before.size() + after.size()) return std::nullopt;
  return word.substr(before.size(), word.size() - before.size() - after.size());
}

/// `上周五`: of the week before this one, from Monday; `本周一` and `这周一`: of this one.
std::optional<Day> parse_weekday_of_week(std::string_view word, Day today) {
  struct Week {
    std::string_view said;
    int back;
  };
  constexpr std::array k_weeks{Week{"上个", 1}, Week{"上", 1}, Week{"本", 0}, Week{"这", 0}};
  for (const auto& [said, back] : k_weeks) {
    const auto name = between(word, said, "");
    if (!name || static_cast<unsigned char>(name->front()) < 0x80) continue;
    if (const auto index = weekday_named(*name))
      return monday_of(today) + days{*index} - days{7 * back};
  }
  return std::nullopt;
}

/// `last fri`: the latest Friday to some, that of last week to others. Where these are two days it
/// is neither.
std::vector<Day> readings_of_last_weekday(std::string_view word, Day today) {
  const auto name = between(word, "last ", "");
  const auto index = name ? weekday_named(*name) : std::nullopt;
  if (!index) return {};
  const auto latest = *parse_weekday(*name, today - days{1});
  const auto of_last_week = monday_of(today) + days{*index} - days{7};
  return latest == of_last_week ? std::vector{latest} : std::vector{latest, of_last_week};
}

/// A count in digits, or in Chinese up to ten.
std::optional<long long> count_in(std::string_view said) {
  constexpr std::array<std::string_view, 11> k_numbers{"零", "一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十"};
  if (said == "两") return 2;
  const auto at = std::ranges::find(k_numbers, said);
  if (at != k_numbers.end()) return at - k_numbers.begin();
  return parse_integer(said);
}

/// `-2d`, `2 days ago`, `两天前`: so many days before today.
std::optional<Day> parse_days_back(std::string_view word, Day today) {
  auto number = between(word, "-", "d");
  for (const std::string_view after : {"天前", "日前", " days ago", " day ago", "d ago"})
    if (!number) number = between(word, "", after);
  const auto count = number ? count_in(*number) : std::nullopt;
  if (!count || *count < 0 || *count > 36500) return std::nullopt;
  return today - days{*count};
}

std::optional<Day> day_of_word(const std::string& word, Day today) {
  if (word == "today" || word == "今天" || word == "今日") return today;
  if (word == "yesterday" || word == "昨天" || word == "昨日") return today - days{1};
  if (word == "前天" || word == "前日" || word == "day before yesterday") return today - days{2};
  if (word == "大前天") return today - days{3};
  if (const auto day = parse_weekday(word, today)) return day;
  if (const auto day = parse_weekday_of_week(word, today)) return day;
  if (const auto day = parse_days_back(word, today)) return day;
  const auto readings = readings_of_last_weekday(word, today);
  if (readings.size() == 1) return readings.front();
  return written_day(word, today);
}

std::optional<Period> month_of_word(const std::string& word, Day today) {
  const auto this_month = period_containing(PeriodKind::month, today);
  if (is_one_of(word, {"this", "this month", "本月", "这个月", "这月", "当月"})) return this_month;
  if (is_one_of(word, {"last", "last month", "上月", "上个月"})) return previous(this_month);
  for (const std::string_view year : {"今年", "去年"})
    if (const auto month = between(word, year, "")) {
      const auto of = std::to_string(year_of(today) - (year == "去年" ? 1 : 0));
      return written_month(of + "年" + std::string{*month}, today);
    }
  return written_month(word, today);
}

std::optional<Period> year_of_word(const std::string& word, Day today) {
  const auto this_year = period_containing(PeriodKind::year, today);
  if (is_one_of(word, {"this", "this year", "今年", "本年"})) return this_year;
  if (is_one_of(word, {"last", "last year", "去年", "上年"})) return previous(this_year);
  if (word == "前年") return previous(previous(this_year));
  const auto number = between(word, "", "年").value_or(word);
  if (const auto period = parse_period(number); period && period->kind == PeriodKind::year)
    return period;
  return std::nullopt;
}

bool exists(Day day) {
  return k_beginning <= day && day <= k_forever;
}

/// The period, unless it lies before all days that exist.
std::optional<Period> if_it_exists(const std::optional<Period>& period) {
  return period && period->first >= k_beginning ? period : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text, Day today) {
  if (const auto day = parse_iso_day(text)) return day;
  const auto day = day_of_word(fold(text), today);
  return day && exists(*day) ? day : std::nullopt;
}

std::vector<Day> possible_readings(std::string_view text, Day today) {
  const auto word = fold(trim(text));
  if (parse_day(word, today)) return {};
  auto readings = readings_of_last_weekday(word, today);
  if (readings.empty()) readings = possible_days(word, today);
  std::erase_if(readings, [](Day day) { return !exists(day); });
  return readings;
}

std::vector<std::string> nearest_day_words(std::string_view text) {
  static const std::vector<std::string> k_words{
      "today",    "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday",
      "saturday", "sunday",    "今天",   "昨天",    "前天",      "大前天",   "上周一",
      "上周二",   "上周三",    "上周四", "上周五",  "上周六",    "上周日"};
  return nearest(text, k_words);
}

std::optional<Period> parse_month(std::string_view text, Day today) {
  return if_it_exists(month_of_word(fold(text), today));
}

std::optional<Period> parse_year(std::string_view text, Day today) {
  return if_it_exists(year_of_word(fold(text), today));
}

}  // namespace gridvisit
