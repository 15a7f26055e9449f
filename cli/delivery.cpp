#include "delivery.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/basis.hpp"
#include "gridvisit/usecase/policies.hpp"

#include "output.hpp"

namespace gridvisit::cli {
namespace {

using report::Format;

Format report_format_by_ending(const std::string& path) {
  const auto ending = fold(std::filesystem::path{path}.extension().string());
  if (const auto format = report::format_of_ending(ending)) return *format;
  const auto endings = report::format_endings();
  throw Error{
      ErrorKind::usage, message("The ending of {0} names no format.", path),
      did_you_mean(ending, endings,
                   message("End it in one of these, or name a --format: {0}", join(endings, " ")))};
}

report::Basis basis_of(const store::Session& session, const std::optional<Period>& period,
                       Day today) {
  const auto book = usecase::policy_book(session);
  const auto& policy = book.in_force(period ? period->last : today);
  return {.period = period,
          .reference_day = period ? std::min(today, period->last) : today,
          .policy = policy.name,
          .policy_from = policy.from,
          .data_version = short_head(session.audit().head()),
          .known_on = {}};
}

/// What the session sees today, or in the period; what the document says of itself comes behind.
std::vector<report::Fact> facts_of(const report::Document& document, const store::Session& session,
                                   const std::optional<Period>& period, Day today) {
  auto facts = report::facts_of(basis_of(session, period, today));
  for (const auto& fact : document.facts)
    if (fact.key == "known_on") facts.push_back(fact);
  return facts;
}

}  // namespace

std::vector<Option> output_options() {
  return {{"output", 'o', translatable("FILE"),
           translatable(
               "write there; the ending says how: .html .xlsx .pdf .csv .json .ndjson .md .txt")},
          {"force", '\0', {}, translatable("replace the file if it exists")}};
}

std::vector<Option> with_output(std::vector<Option> options) {
  for (const auto& option : output_options()) options.push_back(option);
  return options;
}

bool goes_to_file(const Arguments& arguments) {
  return arguments.value("output").value_or("-") != "-";
}

Format format_wanted(const Arguments& arguments, const Context& context) {
  if (!context.settings.format && goes_to_file(arguments))
    return report_format_by_ending(*arguments.value("output"));
  return context.format();
}

void deliver(const report::Document& document, const Arguments& arguments, Context& context) {
  if (!goes_to_file(arguments)) {
    context.print(document);
    return;
  }
  const auto path = arguments.value("output");
  const auto format = format_wanted(arguments, context);
  const auto existing =
      arguments.has("force") ? format::Existing::replace : format::Existing::refuse;
  Output output{path, existing, context.terminal.out};
  std::ostringstream text;
  context.write(document, format, {.catalog = context.catalog}, text);
  output.write(text.view());
  output.commit();
  context.tell(message("Written: {0}", *path));
}

void deliver(report::Document document, const store::Session& session, const Arguments& arguments,
             Context& context, const std::optional<Period>& period) {
  if (report::is_page(format_wanted(arguments, context)))
    document.basis = facts_of(document, session, period, context.now.today);
  deliver(document, arguments, context);
}

void deliver_report(report::Document document, const store::Session& session,
                    const Arguments& arguments, Context& context, const Period& period) {
  document.basis = facts_of(document, session, period, context.now.today);
  document.facts = document.basis;
  const auto behind_reference_day = document.facts.begin() + 2;
  document.facts.insert(behind_reference_day, {"today", translatable("Today"), context.now.today});
  deliver(document, arguments, context);
}

}  // namespace gridvisit::cli
