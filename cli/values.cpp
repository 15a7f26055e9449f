#include "values.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

/// Whether the word has the shape of YYYY-MM-DD or MM-DD.
bool is_shaped_as_day(std::string_view word) {
  const auto has_shape = [&](std::string_view shape) {
    return std::ranges::equal(word, shape, [](char c, char wanted) {
      return wanted == '-' ? c == '-' : c >= '0' && c <= '9';
    });
  };
  return has_shape("dddd-dd-dd") || has_shape("dd-dd");
}

}  // namespace

Day day_typed(std::string_view word, Day today) {
  if (const auto day = parse_day(word, today)) return *day;
  if (is_shaped_as_day(word))
    throw Error{ErrorKind::refused, message("There is no day {0}.", word),
                message("Look at the calendar, and give the day as 2026-10-05.")};
  if (const auto readings = possible_readings(word, today); !readings.empty()) {
    std::vector<std::string> days;
    for (const auto day : readings) days.push_back(to_string(day));
    throw_usage(message("`{0}` may be another day to another reader.", word),
                message("Say which day is meant: {0}.", join(days, ", ")));
  }
  throw_usage(message("`{0}` is not a day.", word),
              did_you_mean(word, nearest_day_words(word),
                           message("Days are 2026-10-05, 10-05, today, yesterday, -2d, mon … sun, "
                                   "今天, 昨天, 前天, 3天前, 周一 … 周日, 上周五, 10月5日.")));
}

std::vector<std::string> month_words() {
  return {"this", "last", "本月", "上月"};
}

Period month_typed(std::string_view word, Day today) {
  if (const auto month = parse_month(word, today)) return *month;
  throw_usage(message("`{0}` is not a month.", word),
              did_you_mean(word, month_words(),
                           message("Months are 2026-10, 10, this, last, 本月, 上月.")));
}

Period year_typed(std::string_view word, Day today) {
  if (const auto year = parse_year(word, today)) return *year;
  throw_usage(message("`{0}` is not a year.", word),
              did_you_mean(word, std::vector<std::string>{"this", "last", "今年", "去年"},
                           message("Years are 2026, this, last, 今年, 去年.")));
}

Mode mode_typed(std::string_view word) {
  if (const auto mode = parse_mode(word)) return *mode;
  throw_usage(message("`{0}` is not a way of visiting.", word),
              did_you_mean(
                  word, mode_words(),
                  message("The ways are door, outside, office, video, phone, message, or 上门 面见 "
                          "来访 视频 电话 短信.")));
}

Outcome outcome_typed(std::string_view word) {
  if (const auto outcome = parse_outcome(word)) return *outcome;
  throw_usage(message("`{0}` is not an outcome.", word),
              did_you_mean(word, outcome_words(),
                           message("The outcomes are met, absent, refused, vacant, or 见到 不在 "
                                   "拒访 空户.")));
}

TimeOfDay time_typed(std::string_view word) {
  auto typed = fold(word);
  if (typed.find(':') == 1) typed.insert(0, 1, '0');
  if (const auto time = parse_time_of_day(typed)) return *time;
  throw_usage(message("`{0}` is not a time of day.", word), message("Give it as 09:30."));
}

VisitId visit_typed(std::string_view word) {
  const auto number = parse_integer(word);
  if (number && *number > 0) return VisitId{*number};
  throw_usage(message("`{0}` is not a visit number.", word),
              message("`gridvisit journal` shows the numbers."));
}

std::size_t count_typed(std::string_view word, std::size_t least) {
  const auto number = parse_integer(word);
  if (number && *number >= 0 && static_cast<std::size_t>(*number) >= least)
    return static_cast<std::size_t>(*number);
  throw_usage(message("`{0}` is not a whole number of at least {1}.", word, least), {});
}

}  // namespace gridvisit::cli
