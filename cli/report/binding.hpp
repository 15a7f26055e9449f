#pragma once

#include "gridvisit/report/compliance_report.hpp"
#include "gridvisit/report/render/render.hpp"
#include "gridvisit/usecase/assess_period.hpp"

#include "context.hpp"

/// What the reports have in common: their options, and where the answer goes.
namespace gridvisit::cli {

/// --output and --force.
std::vector<Option> output_options();

/// What --format says, else the ending of the file that -o names, else a table.
report::Format format_wanted(const Arguments& arguments, const Context& context);

/// Prints on stdout, or with -o writes a file whole or not at all, in the format wanted.
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
