#include <cstdlib>

#include <doctest/doctest.h>

#include "compliance/lines.hpp"
#include "compliance/random_rule.hpp"

using namespace gridvisit;
using compliance::ReportBuilder;
using compliance::ReportRequest;
using compliance::RowsBy;
using town::Town;

namespace {

/// How many towns each property is tried on.
std::uint64_t towns() {
  constexpr std::uint64_t k_usual = 1000, k_long = 100'000;
  return std::getenv("GRIDVISIT_LONG") ? k_long : k_usual;
}

PolicyBook book_of(const Town& town) {
  return PolicyBook{{town.policies.begin() + 1, town.policies.end()}};
}

std::map<WorkerId, std::string> worker_codes(const Town& town) {
  std::map<WorkerId, std::string> result;
  for (const auto& worker : town.workers) result.emplace(worker.id, worker.code);
  return result;
}

compliance::Report engine_report(const Town& town, const ReportRequest& request) {
  const auto book = book_of(town);
  const auto surroundings = town::surroundings_of(town);
  ReportBuilder builder{request, book, surroundings};
  for (const auto grid : brute_force::grids_of(town))
    if (!request.area || brute_force::is_below(town, grid, *request.area))
      builder.add(town::facts_of_grid(town, grid, builder.household_days()));
  for (const auto& worker : town.workers)
    builder.add(town::facts_of_worker(town, worker.id, builder.worker_days()));
  return std::move(builder).finish(worker_codes(town));
}

/// Tries `differs`, which gives what differs between the two readings of a town, on many towns.
/// What fails is made small before it is shown.
void check_towns(const std::function<std::string(const Town&)>& differs) {
  for (std::uint64_t seed = 1; seed <= towns(); ++seed) {
    const auto town = town::random_town(seed);
    if (differs(town).empty()) continue;
    const auto small =
        town::shrunk(town, [&](const Town& other) { return !differs(other).empty(); });
    FAIL("seed ", seed, ": - engine, + brute force", differs(small), "\n", described(small));
  }
  CHECK(towns() > 0);
}

std::string report_difference(const Town& town, ReportRequest request) {
  request.period = town.reported;
  request.today = town.today;
  request.details = true;
  return lines::difference(lines::of(engine_report(town, request)),
                           lines::of(brute_force::report(town, request)));
}

}  // namespace

TEST_CASE("reports by worker agree with the brute-force count on every number") {
  check_towns([](const Town& town) { return report_difference(town, {}); });
}

TEST_CASE("reports by grid agree with the brute-force count on every number") {
  ReportRequest request;
  request.by = RowsBy::grid;
  check_towns([&](const Town& town) { return report_difference(town, request); });
}

TEST_CASE("reports by area kind agree with the brute-force count on every number") {
  ReportRequest request;
  request.by = RowsBy::area;
  request.area_kind = "community";
  check_towns([&](const Town& town) { return report_difference(town, request); });
}

TEST_CASE("reports on one area or one worker agree with the brute-force count") {
  check_towns([](const Town& town) {
    ReportRequest of_area, of_worker;
    of_area.area = town.areas.at(1).id;
    of_worker.worker = town.workers.front().id;
    return report_difference(town, of_area) + report_difference(town, of_worker);
  });
}
