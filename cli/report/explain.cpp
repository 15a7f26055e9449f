#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/assess_feasibility.hpp"
#include "gridvisit/usecase/daily_views.hpp"
#include "gridvisit/usecase/explain_sum.hpp"
#include "gridvisit/usecase/find_household.hpp"

#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"

namespace gridvisit::cli {
namespace {

/// Instead of a rule: the households behind the numbers that `feasibility` gives of a grid.
constexpr std::string_view k_feasibility = "feasibility";
/// Instead of a rule: why a household stands where it stands in the list of whom to visit.
constexpr std::string_view k_due = "due";

/// Those two tell of today.
void require_rule_for(const KnownOn& known, std::string_view rule) {
  if (!known.day || (rule != k_feasibility && rule != k_due)) return;
  throw Error{ErrorKind::usage, message("--known-on goes with the rules of the policy only."),
              message("Leave out --known-on.")};
}

int run_explain(const Arguments& arguments, Context& context) {
  usecase::ExplainRequest request;
  request.rule = arguments.value("rule").value_or("");
  request.subject = arguments.value("subject").value_or("");
  request.today = context.now.today;
  if (const auto word = arguments.value("period"))
    request.period = period_typed(*word, request.today);
  const auto known = known_on_typed(arguments, context);
  request.recorded_before = known.recorded_before;
  require_rule_for(known, request.rule);
  const auto session = context.open_store()->read();
  if (request.rule == k_feasibility) {
    const auto outlook = usecase::explain_feasibility(
        *session, {request.subject, request.today, context.settings.visits_per_day});
    deliver(report::feasibility_explanation_document(outlook), *session, arguments, context);
    return 0;
  }
  if (request.rule == k_due) {
    const auto household = usecase::find_household(*session, request.subject, {});
    const auto place = usecase::explain_due(*session, household, request.today);
    deliver(report::due_explanation_document(place), *session, arguments, context);
    return 0;
  }
  if (usecase::asks_for_sum(*session, request)) {
    auto sum = usecase::explain_sum(*session, request);
    sum.known_on = known.day;
    deliver(report::sum_explanation_document(sum, context.catalog.language()), *session, arguments,
            context, sum.period);
    return 0;
  }
  auto explanation = usecase::explain_rule(*session, request);
  explanation.known_on = known.day;
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
                               "does not count, and the formula with its numbers."),
                  translatable("For what a report adds up (a worker's or an area's households, "
                               "the workers of an area, a rule's periods in a longer one) every "
                               "household, worker or grid considered is listed instead.")},
      .arguments = {{"rule", translatable("RULE"),
                     translatable(
                         "its id, as `policy show` has it; or feasibility (of a grid) or due "
                         "(of a household)")},
                    {"subject", translatable("CODE"),
                     translatable("of a worker, household, grid or area; - for nobody's grids")},
                    {"period", translatable("PERIOD"),
                     translatable("2026-10, last, …; by default the one that is running"), false}},
      .options = with_output({known_on_option()}),
      .examples = {{"gridvisit explain monthly-households W01 last",
                    translatable("how the worker's number of last month came about")},
                   {"gridvisit explain annual-door-visit G01-3-2-501",
                    translatable("has the household had its door visit?")},
                   {"gridvisit explain special-monthly C1 2026-10",
                    translatable("which households make up the area's coverage?")}},
      .run = run_explain,
  };
}

}  // namespace gridvisit::cli
