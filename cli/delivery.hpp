#pragma once

#include "gridvisit/report/render/render.hpp"

#include "command.hpp"
#include "context.hpp"

/// Where the answer of a command goes, and in which format.
namespace gridvisit::cli {

/// --output and --force.
std::vector<Option> output_options();

/// Whether the answer leaves for a file.
bool goes_to_file(const Arguments& arguments);

/// What --format says, else the ending of the file that -o names, else a table.
report::Format format_wanted(const Arguments& arguments, const Context& context);

/// The options of a command with --output and --force.
std::vector<Option> with_output(std::vector<Option> options);

/// Prints on stdout, or with -o writes a file whole or not at all, in the format wanted.
void deliver(const report::Document& document, const Arguments& arguments, Context& context);
/// The same for a list: a page also says what it rests on, which is what the session sees today, or
/// in the period that it is about.
void deliver(report::Document document, const store::Session& session, const Arguments& arguments,
             Context& context, const std::optional<Period>& period = {});
/// The same for a report that does not say itself what it rests on: it is said in every format.
void deliver_report(report::Document document, const store::Session& session,
                    const Arguments& arguments, Context& context, const Period& period);

}  // namespace gridvisit::cli
