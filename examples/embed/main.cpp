// One household in memory, one visit, and how October stands on the 20th.
#include <fmt/format.h>

#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/assess_period.hpp"

using namespace gridvisit;

int main() {
  const auto today = *parse_iso_day("2026-10-20");
  const store::Authorship author{.actor = "embed", .worker = "W01", .at = today};
  const auto store = store::make_memory_store(author);

  const auto session = store->write(author);
  Area area;
  area.code = "G01";
  const auto grid = session->areas().add(area);
  const auto worker = session->workers().add(Worker{{}, "W01", "Example Worker", {}});
  session->workers().add(Assignment{{}, worker, grid, Role::responsible, {}});
  Household household;
  household.code = "G01-1-1-101";
  const auto home = session->households().add(household);
  session->households().add(Residence{{}, home, grid, {}});
  VisitDraft visit;  // at the door, met
  visit.household = home;
  visit.worker = worker;
  visit.day = today;
  session->visits().add(visit, today);
  session->commit({"example", "G01"});

  usecase::AssessmentRequest october;
  october.period = *parse_period("2026-10");
  october.today = today;
  const auto report = usecase::assess_period(*store->read(), october).report;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
    const auto& total = report.total[rule];
    if (const auto* tally = std::get_if<compliance::Tally>(&total))
      fmt::print("{}: {} of {} met\n", report.rules[rule].id, tally->met, tally->total());
  }
}
