#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/closed_months.hpp"
#include "gridvisit/usecase/policies.hpp"

#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using compliance::RowsBy;

/// worker, grid, or the kind of an area, in English or Chinese.
void bind_rows(const std::string& word, usecase::AssessmentRequest& request) {
  if (word == "worker" || word == "网格员") {
    request.by = RowsBy::worker;
  } else if (normal_area_kind(word) == "grid") {
    request.by = RowsBy::grid;
  } else {
    request.by = RowsBy::area;
    request.area_kind = normal_area_kind(word);
  }
}

usecase::AssessmentRequest bind_request(const Arguments& arguments, const Context& context) {
  usecase::AssessmentRequest request;
  request.today = context.now.today;
  request.area = arguments.value("area").value_or("");
  request.worker = arguments.value("worker").value_or("");
  request.overview = report::is_page(format_wanted(arguments, context));
  request.details = arguments.has("details") || request.overview;
  bind_rows(arguments.value("by").value_or("worker"), request);
  if (!request.worker.empty() && request.by != RowsBy::worker)
    throw Error{ErrorKind::usage, message("--worker goes with rows by worker only."),
                message("Leave out --worker or --by.")};
  return request;
}

int report(std::string_view kind, usecase::AssessmentRequest request, const Arguments& arguments,
           Context& context) {
  const auto known = known_on_typed(arguments, context);
  request.recorded_before = known.recorded_before;
  const auto store = context.open_store();
  const auto session = store->read();
  const auto assessment = usecase::assess_period(*session, request);
  std::optional<report::ClosingStatement> closing;
  if (kind == "month")
    closing = usecase::closing_statement(*session, request.period, known.recorded_before);
  const report::Statement statement{.kind = kind,
                                    .area = request.area,
                                    .worker = request.worker,
                                    .data_version = short_head(assessment.head),
                                    .known_on = known.day,
                                    .closing = std::move(closing),
                                    .details = request.details,
                                    .language = context.catalog.language()};
  deliver(report::compliance_report(assessment.report, assessment.names, statement,
                                    assessment.overview),
          arguments, context);
  return 0;
}

int run_month(const Arguments& arguments, Context& context) {
  auto request = bind_request(arguments, context);
  const auto word = arguments.value("month");
  request.period = month_typed(word.value_or("this"), request.today);
  if (!word || *word != to_string(request.period))
    context.tell(message("Month: {0}", to_string(request.period)));
  return report("month", std::move(request), arguments, context);
}

int run_year(const Arguments& arguments, Context& context) {
  auto request = bind_request(arguments, context);
  const auto word = arguments.value("year");
  request.period = year_typed(word.value_or("this"), request.today);
  if (!word || *word != to_string(request.period))
    context.tell(message("Year: {0}", to_string(request.period)));
  return report("year", std::move(request), arguments, context);
}

int run_rule(const Arguments& arguments, Context& context) {
  auto request = bind_request(arguments, context);
  request.rule = arguments.value("rule").value_or("");
  const auto word = arguments.value("period");
  request.period =
      word ? period_typed(*word, request.today)
           : usecase::current_period_of(*context.open_store()->read(), request.rule, request.today);
  return report("rule", std::move(request), arguments, context);
}

std::vector<Option> report_options() {
  return with_output(
      {{"by", '\0', translatable("ROWS"),
        translatable("a row for each worker, grid, or area of a kind: community, street")},
       {"area", '\0', translatable("CODE"), translatable("only this area")},
       {"worker", '\0', translatable("CODE"), translatable("only this worker")},
       {"details", 'd', {}, translatable("also the households still to visit")},
       known_on_option()});
}

constexpr TextId k_formats = translatable(
    "-o FILE.html is the whole sheet with charts, the year and the households still to visit; a "
    "program reads --format csv, json or ndjson.");

}  // namespace

Command report_month() {
  return {
      .path = "report month",
      .audience = Audience::coordinator,
      .summary = translatable("who has met which rule in a month"),
      .details = {translatable("Without a month it is this one, up to today. A month that is over "
                               "is judged up to its last day, and does not change any more unless "
                               "someone records late."),
                  k_formats},
      .arguments = {{"month", translatable("MONTH"), translatable("2026-10, 10, this or last"),
                     false}},
      .options = report_options(),
      .examples = {{"gridvisit report month last", translatable("last month, by worker")},
                   {"gridvisit report month 2026-10 --by community -o october.csv",
                    translatable("by community, as a file for a spreadsheet")},
                   {"gridvisit report month last --area G01 -o october.html",
                    translatable("the sheet of one grid, with every household by month")},
                   {"gridvisit report month --worker W01 --details",
                    translatable("one worker, with the households still to visit")}},
      .run = run_month,
  };
}

Command report_year() {
  return {
      .path = "report year",
      .audience = Audience::coordinator,
      .summary = translatable("who has met which rule in a year"),
      .details = {translatable("A rule with a shorter period is added up over its periods of the "
                               "year."),
                  k_formats},
      .arguments = {{"year", translatable("YEAR"), translatable("2026, this or last"), false}},
      .options = report_options(),
      .examples = {{"gridvisit report year 2026", translatable("the year, by worker")},
                   {"gridvisit report year last --by grid --format csv",
                    translatable("last year by grid, for a spreadsheet")}},
      .run = run_year,
  };
}

Command report_rule() {
  return {
      .path = "report rule",
      .audience = Audience::coordinator,
      .summary = translatable("how one rule stands in a period"),
      .details = {translatable("Without a period it is the rule's own one that is running."),
                  k_formats},
      .arguments = {{"rule", translatable("RULE"), translatable("its id, as `policy show` has it")},
                    {"period", translatable("PERIOD"),
                     translatable("2026-W41, 2026-10a, 2026-10, 2026-Q4, 2026"), false}},
      .options = report_options(),
      .examples = {{"gridvisit report rule special-monthly last --details",
                    translatable("special families that nobody contacted last month")}},
      .run = run_rule,
  };
}

}  // namespace gridvisit::cli
