#include "gridvisit/usecase/assess_feasibility.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "delivery.hpp"
#include "report/reports.hpp"

namespace gridvisit::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  const auto grid = arguments.value("grid").value_or("");
  if (!grid.empty()) usecase::grid_coded(*session, grid);
  const auto area = grid.empty() ? arguments.value("area").value_or("") : grid;
  const auto outlooks = usecase::assess_feasibility(*session, area, context.now.today);
  deliver(
      report::feasibility_report(outlooks, context.now.today, short_head(session->audit().head())),
      *session, arguments, context);
  return 0;
}

}  // namespace

Command feasibility() {
  auto options = with_output(
      {{"grid", '\0', translatable("GRID"), translatable("only this grid")},
       {"area", '\0', translatable("CODE"), translatable("only the grids of this area")}});
  return {
      .path = "feasibility",
      .audience = Audience::coordinator,
      .summary = translatable("can the rules be met together this year"),
      .details = {translatable("For each grid: the fewest visits with which every household rule "
                               "can still be met this year (several rules may share a visit), "
                               "beside what the quota of its worker gives.")},
      .options = std::move(options),
      .examples = {{"gridvisit feasibility", translatable("all grids")},
                   {"gridvisit feasibility --grid G01", translatable("one grid")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
