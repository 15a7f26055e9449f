#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "compliance/campaign.hpp"
#include "compliance/lines.hpp"

using namespace gridvisit;
using compliance::ReportBuilder;
using compliance::ReportRequest;
using compliance::RowsBy;
using town::Town;

namespace {

std::map<WorkerId, std::string> worker_codes(const Town& town) {
  std::map<WorkerId, std::string> result;
  for (const auto& worker : town.workers) result.emplace(worker.id, worker.code);
  return result;
}

compliance::Report engine_report(const Town& town, const ReportRequest& request) {
  const auto book = town::book_of(town);
  const auto surroundings = town::surroundings_of(town);
  ReportBuilder builder{request, book, surroundings};
  for (const auto grid : brute_force::grids_of(town))
    if (!request.area || brute_force::is_below(town, grid, *request.area))
      builder.add(town::facts_of_grid(town, grid, builder.household_days()));
  for (const auto& worker : town.workers)
    builder.add(town::facts_of_worker(town, worker.id, builder.worker_days()));
  return std::move(builder).finish(worker_codes(town));
}

std::string report_difference(const Town& town, ReportRequest request) {
  request.period = town.reported;
  request.today = town.today;
  request.details = true;
  return lines::difference(lines::of(engine_report(town, request)),
                           lines::of(brute_force::report(town, request)));
}

std::string difference(const std::string& what, const std::string& left, const std::string& right) {
  return lines::difference({what + left}, {what + right});
}

constexpr DayRange k_always;

std::string judgement_difference(const Town& town, const compliance::BoundRule& rule,
                                 const compliance::Window& window) {
  const brute_force::Span span{rule.rule(), window.period, window.reference, window.open};
  const auto start = span.rule.id + " in " + to_string(window.period) + ", ";
  std::string result;
  if (span.rule.subject == Subject::household)
    for (const auto& home : town.homes)
      result += difference(
          fmt::format("{} household {}: ", start, home.id.value),
          lines::of(judge_household(rule, window, facts_of_household(town, home.id, k_always),
                                    Roster{town.assignments})),
          lines::of(brute_force::judge(town, span, home.id)));
  if (span.rule.subject == Subject::worker)
    for (const auto& worker : town.workers)
      result += difference(
          fmt::format("{} worker {}: ", start, worker.id.value),
          lines::of(judge_worker(rule, window, facts_of_worker(town, worker.id, k_always))),
          lines::of(brute_force::judge(town, span, worker.id)));
  if (span.rule.subject == Subject::grid)
    for (const auto grid : brute_force::grids_of(town))
      result += difference(
          fmt::format("{} area {}: ", start, grid.value),
          lines::of(judge_grid(rule, window, facts_of_grid(town, grid, k_always), town.workdays)),
          lines::of(brute_force::judge(town, span, grid)));
  return result;
}

}  // namespace

TEST_CASE("reports by worker agree with the brute-force count on every number") {
  town::check_towns([](const Town& town) { return report_difference(town, {}); });
}

TEST_CASE("reports by grid agree with the brute-force count on every number") {
  ReportRequest request;
  request.by = RowsBy::grid;
  town::check_towns([&](const Town& town) { return report_difference(town, request); });
}

TEST_CASE("reports by area kind agree with the brute-force count on every number") {
  ReportRequest request;
  request.by = RowsBy::area;
  request.area_kind = "community";
  town::check_towns([&](const Town& town) { return report_difference(town, request); });
}

TEST_CASE("reports on one area or one worker agree with the brute-force count") {
  town::check_towns([](const Town& town) {
    ReportRequest of_area, of_worker;
    of_area.area = town.areas.at(1).id;
    of_worker.worker = town.workers.front().id;
    return report_difference(town, of_area) + report_difference(town, of_worker);
  });
}

TEST_CASE(
    "each single judgement agrees with the brute-force count whatever other facts are given") {
  town::check_towns([](const Town& town) {
    const auto surroundings = town::surroundings_of(town);
    const auto book = town::book_of(town);
    std::string result;
    for (const auto& [rule, windows] : rules_of(book, town.reported, town.today, surroundings))
      for (const auto& window : windows) result += judgement_difference(town, rule, window);
    return result;
  });
}
