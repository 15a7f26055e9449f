#include "gridvisit/usecase/assess_feasibility.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "delivery.hpp"
#include "report/binding.hpp"
#include "report/reports.hpp"

namespace gridvisit::cli {
namespace {

int run_feasibility(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  const auto grid = arguments.value("grid").value_or("");
  if (!grid.empty()) usecase::grid_coded(*session, grid);
  const auto area = grid.empty() ? arguments.value("area").value_or("") : grid;
  const auto per_day = visits_a_day(arguments, context);
  const auto outlooks = usecase::assess_feasibility(*session, {area, context.now.today, per_day});
  deliver(
      report::feasibility_report(outlooks, context.now.today, short_head(session->audit().head())),
      *session, arguments, context);
  return 0;
}

}  // namespace

Command feasibility() {
  auto options = with_output(
      {{"grid", '\0', translatable("GRID"), translatable("only this grid")},
       {"area", '\0', translatable("CODE"), translatable("only the grids of this area")},
       {"per-day", '\0', translatable("N"),
        translatable("visits that a day holds (setting visits_per_day)")}});
  return {
      .path = "feasibility",
      .audience = Audience::coordinator,
      .summary = translatable("can the rules be met together this year"),
      .details = {translatable("For each grid: the fewest visits with which every household rule "
                               "can still be met this year (several rules may share a visit), "
                               "beside what the quota of its worker gives."),
                  translatable("Needed a month and a day meet both, rounded up. Begin by: the last "
                               "working day from which the visits that a day holds are still "
                               "enough for those needed. Quota lost from: the first day from which "
                               "even full days can't reach the year's quota. Days are working days "
                               "up to the year's end, without leave of who is responsible."),
                  translatable("`gridvisit explain feasibility GRID` names the households.")},
      .options = std::move(options),
      .examples = {{"gridvisit feasibility", translatable("all grids")},
                   {"gridvisit feasibility --grid G01", translatable("one grid")},
                   {"gridvisit feasibility --per-day 12",
                    translatable("with twelve visits a day")}},
      .run = run_feasibility,
  };
}

}  // namespace gridvisit::cli
