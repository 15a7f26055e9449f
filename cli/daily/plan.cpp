#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/plan_visits.hpp"

#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "delivery.hpp"
#include "report/binding.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

int days_typed(const Arguments& arguments) {
  constexpr std::size_t k_usual = 5, k_most = 366;
  const auto word = arguments.value("days");
  if (!word) return k_usual;
  const auto number = count_typed(*word, 1);
  if (number <= k_most) return static_cast<int>(number);
  throw Error{ErrorKind::usage, message("--{0} {1} is more than {2}.", "days", number, k_most)};
}

compliance::PlanRequest request_typed(const Arguments& arguments, const Context& context) {
  compliance::PlanRequest request;
  request.today = request.from = context.now.today;
  if (const auto word = arguments.value("from")) request.from = day_typed(*word, request.today);
  if (request.from < request.today)
    throw Error{ErrorKind::usage, message("{0} is over.", to_string(request.from)),
                message("Plan from today, {0}, or a later day on.", to_string(request.today))};
  request.days = days_typed(arguments);
  request.per_day = visits_a_day(arguments, context);
  return request;
}

/// The area that is to be planned, if it is one; Error(usage) for two subjects.
std::optional<std::string> area_typed(const Arguments& arguments) {
  const auto grid = arguments.value("grid"), area = arguments.value("area");
  const auto named = (grid ? 1 : 0) + (area ? 1 : 0) + (arguments.has("worker") ? 1 : 0);
  if (named > 1) throw Error{ErrorKind::usage, message("Name one of --worker, --grid and --area.")};
  return grid ? grid : area;
}

/// A worker plans for themself; a coordinator for anyone.
void require_own(const std::optional<std::string>& worker, const std::optional<std::string>& area,
                 const Context& context) {
  const bool is_own = !area && (!worker || *worker == context.settings.worker);
  if (is_own || !context.own_only()) return;
  throw Error{ErrorKind::permission,
              message("Worker {0} plans for no other.", context.settings.worker),
              message("Leave out --worker, --grid and --area, or ask a coordinator.")};
}

int run_plan(const Arguments& arguments, Context& context) {
  const auto request = request_typed(arguments, context);
  const auto area = area_typed(arguments);
  const auto worker = arguments.value("worker");
  require_own(worker, area, context);
  const bool is_own = !area && (!worker || *worker == context.settings.worker);
  const auto code = worker || area ? worker.value_or("") : worker_who_types(context);
  const auto data = is_own ? own_personal_data(arguments, context, "plan")
                           : personal_data(arguments, context, "plan");
  const auto session = context.open_store()->read();
  if (const auto grid = arguments.value("grid")) usecase::grid_coded(*session, *grid);
  const auto plans = area ? usecase::plan_of_area(*session, *area, request)
                          : usecase::plan_of_worker(*session, code, request);
  deliver(report::visit_plan_document(plans, data, context.catalog.language()), *session, arguments,
          context);
  return 0;
}

}  // namespace

Command plan() {
  auto options = with_output(
      {{"days", '\0', translatable("N"), translatable("so many working days (5)")},
       {"from", '\0', translatable("DAY"), translatable("from this day on (today)")},
       {"per-day", '\0', translatable("N"),
        translatable("visits that a day holds (setting visits_per_day)")},
       {"worker", '\0', translatable("WORKER"), translatable("for this worker")},
       {"grid", '\0', translatable("GRID"), translatable("for who answers for this grid")},
       {"area", '\0', translatable("AREA"), translatable("for all who answer for its grids")},
       k_unmask,
       k_reason});
  return {
      .path = "plan",
      .audience = Audience::worker,
      .summary = translatable("whom to visit on which day, so that every rule is met"),
      .details = {translatable(
                      "The fewest visits that meet all household rules in time: one visit "
                      "settles several. Days off and leave are left out, and no day is fuller "
                      "than it may be. Days with room are filled up as the year's quota needs "
                      "it, with who was not visited longest."),
                  translatable(
                      "What can't be met is listed, with the visits a day that it would take.")},
      .options = std::move(options),
      .examples = {{"gridvisit plan", translatable("my next five working days")},
                   {"gridvisit plan --days 10 --per-day 6", translatable("two weeks, six a day")},
                   {"gridvisit plan --area C1 -o plan.csv",
                    translatable("everyone's plan in the area, as CSV")}},
      .run = run_plan,
  };
}

}  // namespace gridvisit::cli
