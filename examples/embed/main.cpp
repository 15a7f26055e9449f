// A register of one household in memory, two visits, and what October looks like on the 20th.
#include <chrono>

#include <fmt/format.h>

#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/assess_period.hpp"

int main() {
  using namespace gridvisit;
  using namespace std::chrono_literals;
  const Day today = 2026y / 10 / 20;
  const store::Authorship author{.actor = "embed", .worker = "W01", .at = today + 9h};
  const auto store = store::make_memory_store(author);

  auto session = store->write(author);
  const auto grid = session->areas().add({{}, "G01", "Grid 1", "grid", {}});
  const auto worker = session->workers().add(Worker{.id = {}, .code = "W01", .name = "A worker", .phone = {}});
  session->workers().add(Assignment{.id = {}, .worker = worker, .grid = grid});
  const auto home = session->households().add(Household{.code = "G01-1-1-101"});
  session->households().add(Residence{.id = {}, .household = home, .grid = grid});
  session->visits().add({.household = home, .worker = worker, .day = today - 5 * 24h}, today);
  session->commit({.name = "example", .reference = "G01"});

  return 0;
}
