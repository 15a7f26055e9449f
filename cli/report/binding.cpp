#include "report/binding.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"

#include "clock.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

/// The first second that civil_day() puts after `day`.
std::chrono::sys_seconds end_of(Day day, const std::string& time_zone) {
  std::chrono::sys_seconds before = day - std::chrono::days{2};
  std::chrono::sys_seconds after = day + std::chrono::days{3};
  while (after - before > std::chrono::seconds{1}) {
    const auto middle = before + (after - before) / 2;
    (civil_day(middle, time_zone) > day ? after : before) = middle;
  }
  return after;
}

}  // namespace

Option known_on_option() {
  return {"known-on", '\0', translatable("DAY"),
          translatable("only what was recorded up to the end of that day")};
}

KnownOn known_on_typed(const Arguments& arguments, const Context& context) {
  const auto word = arguments.value("known-on");
  if (!word) return {};
  const auto day = day_typed(*word, context.now.today);
  if (day > context.now.today)
    throw Error{ErrorKind::usage, message("{0} is still to come.", to_string(day)),
                message("Name a day up to today, {0}.", to_string(context.now.today))};
  const auto& zone = setting_named(context.settings.known, "timezone").value;
  return {day, end_of(day, zone)};
}

std::int64_t visits_a_day(const Arguments& arguments, const Context& context) {
  constexpr std::size_t k_most = 200;
  const auto word = arguments.value("per-day");
  if (!word) return context.settings.visits_per_day;
  const auto number = count_typed(*word, 1);
  if (number <= k_most) return static_cast<std::int64_t>(number);
  throw Error{ErrorKind::usage, message("--{0} {1} is more than {2}.", "per-day", number, k_most)};
}

Period period_typed(std::string_view word, Day today) {
  if (const auto period = parse_period(word)) return *period;
  if (const auto month = parse_month(word, today)) return *month;
  throw Error{ErrorKind::usage, message("There is no period {0}.", word),
              did_you_mean(word, month_words(),
                           message("Write 2026-10-05, 2026-W41, 2026-10a, 2026-10, 2026-Q4, "
                                   "2026-H2, 2026, this or last."))};
}

}  // namespace gridvisit::cli
