#include "gridvisit/report/check_list.hpp"
#include "gridvisit/usecase/assess_period.hpp"

#include "context.hpp"
#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

int run_check(const Arguments& arguments, Context& context) {
  usecase::AssessmentRequest request;
  request.today = context.now.today;
  request.period = month_typed(arguments.value("month").value_or("this"), request.today);
  request.rule = arguments.value("rule").value_or("");
  const auto known = known_on_typed(arguments, context);
  request.recorded_before = known.recorded_before;
  const auto store = context.open_store();
  const auto session = store->read();
  const auto assessment = usecase::assess_period(*session, request);
  const auto shortfalls =
      report::shortfalls_of(assessment.report, assessment.names, arguments.has("pace"));
  if (context.settings.verbose)
    deliver_report(
        report::check_list(assessment.report, shortfalls, known.day, context.catalog.language()),
        *session, arguments, context, request.period);
  return shortfalls.empty() ? 0 : 1;
}

}  // namespace

Command check() {
  return {
      .path = "check",
      .audience = Audience::automation,
      .summary = translatable("exit 1 if anything is missed; silent unless -v"),
      .details = {translatable("A rule that is averaged over the year is missed only when its year "
                               "is over; with --pace, being behind is a shortfall as well.")},
      .options = with_output(
          {{"month", '\0', translatable("MONTH"),
            translatable("2026-10, this or last; this month by default")},
           {"rule", '\0', translatable("RULE"), translatable("only this rule")},
           known_on_option(),
           {"pace", '\0', {}, translatable("being behind the year's average counts too")}}),
      .examples = {{"gridvisit check --month last || echo \"look at the report\"",
                    translatable("for cron, on the first of the month")},
                   {"gridvisit check -v --pace", translatable("what is missed or behind")}},
      .run = run_check,
  };
}

}  // namespace gridvisit::cli
