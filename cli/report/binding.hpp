#pragma once

#include "gridvisit/report/compliance_report.hpp"
#include "gridvisit/usecase/assess_period.hpp"

#include "command.hpp"
#include "context.hpp"

/// What the reports have in common: their options, and where the answer goes.
namespace gridvisit::cli {

/// --known-on.
Option known_on_option();
/// --known-on as the first instant of the next day in the configured time zone.
struct KnownOn {
  std::optional<Day> day;
  std::optional<std::chrono::sys_seconds> recorded_before;
};
KnownOn known_on_typed(const Arguments& arguments, const Context& context);

/// --per-day, or the setting visits_per_day.
std::int64_t visits_a_day(const Arguments& arguments, const Context& context);

/// A period as people name it: any of its names, or a word for a month.
Period period_typed(std::string_view word, Day today);

}  // namespace gridvisit::cli
