// First line: today, else 2026-10-15. The rest is read as each kind of day, period, month and year.
#include <algorithm>

#include "gridvisit/base/text.hpp"
#include "gridvisit/calendar/day_words.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

void expect_within_time(const Period& period) {
  expect(period.first <= period.last, "a period is not empty");
  expect(period_containing(period.kind, period.first) == period, "a period holds its first day");
  expect(period_containing(period.kind, period.last) == period, "a period holds its last day");
  if (period.first > k_beginning && period.last < k_forever) {
    expect(previous(next(period)) == period, "the one before the next is the same");
    expect(next(previous(period)) == period, "the one after the previous is the same");
  }
  if (period.last >= period.first + std::chrono::days{370} || period.first <= k_beginning) return;
  for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month})
    for (const auto& inner : periods_in(period, kind, period.last))
      expect(period.contains(inner.last), "a period belongs to the one that holds its last day");
}

void read_exact_forms(std::string_view text) {
  if (const auto day = parse_iso_day(text))
    expect_equal(to_string(*day), text, "a day prints as it was read");
  if (const auto instant = parse_instant(text))
    expect_equal(to_string(*instant), text, "an instant prints as it was read");
  if (const auto period = parse_period(text)) {
    expect_equal(to_string(*period), text, "a period prints as it was read");
    expect_within_time(*period);
  }
  if (const auto kind = parse_period_kind(text))
    expect_equal(to_string(*kind), text, "a kind of period prints as it was read");
}

/// A year is named, with four digits.
bool names_year(std::string_view text) {
  return std::ranges::count_if(fold(text), [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

void read_words(std::string_view text, Day today) {
  for (const auto day : possible_readings(text, today))
    expect(!parse_day(text, today) && parse_iso_day(to_string(day)) == day,
           "what may be a day exists, and is not taken");
  if (const auto day = parse_day(text, today)) {
    const bool is_this_week = *day - today < std::chrono::days{7};
    expect(*day <= today || is_this_week || names_year(text), "a word for a day looks back");
    expect(*day >= k_beginning && *day <= k_forever, "a word for a day names a day that exists");
    expect(parse_iso_day(to_string(*day)) == day, "a day that was read prints as one");
  }
  if (const auto month = parse_month(text, today)) {
    expect(month->kind == PeriodKind::month, "a month is a month");
    expect(parse_period(to_string(*month)) == month, "a month that was read prints as one");
  }
  if (const auto year = parse_year(text, today)) {
    expect(year->kind == PeriodKind::year, "a year is a year");
    expect(parse_period(to_string(*year)) == year, "a year that was read prints as one");
  }
}

}  // namespace

void dates(std::string_view input) {
  constexpr Day k_usual_today{std::chrono::year{2026} / 10 / 15};
  const auto today = parse_iso_day(take_line(input)).value_or(k_usual_today);
  read_exact_forms(input);
  read_words(as_text(input), today);
}

}  // namespace gridvisit::fuzz
