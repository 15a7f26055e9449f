#pragma once

#include "gridvisit/report/compliance_report.hpp"
#include "gridvisit/usecase/assess_period.hpp"

#include "context.hpp"

/// What the reports have in common: their options, and where the answer goes.
namespace gridvisit::cli {

/// --output and --force.
std::vector<Option> output_options();

/// Prints on stdout, or with -o writes a file whole or not at all; without --format the ending
/// of its name says how (.csv .json .ndjson .md, else a table without limits of width).
void deliver(const report::Document& document, const Arguments& arguments, Context& context);

/// --known-on as the first instant of the next day in the configured time zone.
struct KnownOn {
  std::optional<Day> day;
  std::optional<std::chrono::sys_seconds> recorded_before;
};
KnownOn known_on_typed(const Arguments& arguments, const Context& context);

/// A period as people name it: any of its names, or a word for a month.
Period period_typed(std::string_view word, Day today);

}  // namespace gridvisit::cli
