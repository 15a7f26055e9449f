#include "gridvisit/report/household_report.hpp"
#include "gridvisit/usecase/explain_rule.hpp"
#include "gridvisit/usecase/find_household.hpp"

#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"

namespace gridvisit::cli {
namespace {

int run_household_report(const Arguments& arguments, Context& context) {
  const auto today = context.now.today;
  const auto period = period_typed(arguments.value("period").value_or("this"), today);
  const auto known = known_on_typed(arguments, context);
  const auto store = context.open_store();
  const auto session = store->read();
  const auto household =
      usecase::find_household(*session, arguments.value("household").value_or(""), {});
  const auto rules =
      usecase::explain_household(*session, household, period, today, known.recorded_before);
  deliver_report(report::household_report(household.code, period, rules, context.catalog.language(),
                                          known.day),
                 *session, arguments, context, period);
  return 0;
}

}  // namespace

Command report_household() {
  return {
      .path = "report household",
      .audience = Audience::coordinator,
      .summary = translatable("how one household stands with each rule"),
      .details = {translatable("A rule whose period is shorter than the one named has a row for "
                               "each of its periods.")},
      .arguments = {{"household", translatable("HOUSEHOLD"), translatable("its code")},
                    {"period", translatable("PERIOD"),
                     translatable("2026-10, 2026, this or last; this month by default"), false}},
      .options = with_output({known_on_option()}),
      .examples = {{"gridvisit report household G01-3-2-501 2026",
                    translatable("each rule, through the year")}},
      .run = run_household_report,
  };
}

}  // namespace gridvisit::cli
