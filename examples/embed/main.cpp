// One household in memory, one visit, and how October stands on the 20th.
#include <fmt/format.h>

#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/assess_period.hpp"

using namespace gridvisit;

int main() {
  const auto today = *parse_iso_day("2026-10-20");
  const store::Authorship author{"embed", "W01", today};
  const auto store = store::make_memory_store(author);
  const auto session = store->write(author);
  const auto grid = session->areas().add(Area{{}, "G01", "First grid", "grid", {}});
  const auto worker = session->workers().add(Worker{{}, "W01", "Example Worker", {}});
  session->workers().add(Assignment{{}, worker, grid, Role::responsible, {}});
  Household household;
  household.code = "G01-1-1-101";
  const auto home = session->households().add(household);
  session->households().add(Residence{{}, home, grid, {}});
  session->visits().add({home, worker, today, {}, Mode::door, Outcome::met, "tea", {}}, today);
  session->commit({"example", "G01"});

  usecase::AssessmentRequest october;
  october.period = *parse_period("2026-10");
  october.today = today;
  const auto report = usecase::assess_period(*store->read(), october).report;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
    if (const auto* tally = std::get_if<compliance::Tally>(&report.total[rule]))
      fmt::print("{}: {} of {} met\n", report.rules[rule].id, tally->met, tally->total());
}
