#include "gridvisit/usecase/explain_rule.hpp"

#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"

namespace gridvisit::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
  usecase::ExplainRequest request;
  request.rule = arguments.value("rule").value_or("");
  request.subject = arguments.value("subject").value_or("");
  request.today = context.now.today;
  if (const auto word = arguments.value("period"))
    request.period = period_typed(*word, request.today);
  const auto store = context.open_store();
  const auto session = store->read();
  const auto explanation = usecase::explain_rule(*session, request);
  deliver(report::explanation_document(explanation, context.catalog.language()), *session,
          arguments, context, explanation.window.period);
  return 0;
}

}  // namespace

Command explain() {
  return {
      .path = "explain",
      .audience = Audience::coordinator,
      .summary = translatable("why a rule is met or not, visit by visit"),
      .details = {translatable("Every visit that was looked at is listed, with the reason if it "
                               "does not count, and the formula with its numbers.")},
      .arguments = {{"rule", translatable("RULE"), translatable("its id, as `policy show` has it")},
                    {"subject", translatable("CODE"),
                     translatable("of the worker, household or grid that the rule is about")},
                    {"period", translatable("PERIOD"),
                     translatable("2026-10, last, …; by default the one that is running"), false}},
      .options = output_options(),
      .examples = {{"gridvisit explain monthly-households W01 last",
                    translatable("how the worker's number of last month came about")},
                   {"gridvisit explain annual-door-visit G01-3-2-501",
                    translatable("has the household had its door visit?")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
