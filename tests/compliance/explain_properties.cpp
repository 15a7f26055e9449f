#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/compliance/explain.hpp"

#include "compliance/campaign.hpp"
#include "compliance/lines.hpp"

using namespace gridvisit;
using compliance::ConsideredVisit;
using compliance::Reason;
using town::Town;

namespace {

using Lines = std::vector<std::string>;

bool adds_to_count(const ConsideredVisit& considered) {
  return considered.reason == Reason::counted || considered.reason == Reason::same_again;
}

/// The visits that were said to count, and how many of them were said to add something.
Lines explained(const std::vector<ConsideredVisit>& visits) {
  const auto counted = std::ranges::count(visits, Reason::counted, &ConsideredVisit::reason);
  Lines result{fmt::format("{} counted of {}", counted, visits.size())};
  for (const auto& considered : visits)
    if (adds_to_count(considered))
      result.push_back(fmt::format("visit {} counts", considered.visit.visit.value));
  std::ranges::sort(result);
  return result;
}

/// The same by the brute-force count; `is_own` says whose visits are considered.
template <class IsOwn>
Lines expected(const Town& town, const brute_force::Span& span, std::int64_t done,
               const IsOwn& is_own) {
  std::int64_t considered = 0;
  Lines result;
  for (const auto& visit : town.visits) {
    if (!is_own(visit)) continue;
    ++considered;
    if (brute_force::counts(town, span, visit))
      result.push_back(fmt::format("visit {} counts", visit.visit.value));
  }
  result.push_back(fmt::format("{} counted of {}", done, considered));
  std::ranges::sort(result);
  return result;
}

std::string household_differences(const Town& town, const compliance::BoundRule& rule,
                                  const compliance::Window& window, const brute_force::Span& span) {
  std::string result;
  for (const auto& home : town.homes) {
    const auto judged = brute_force::judge(town, span, home.id);
    if (!judged) continue;
    const auto facts = facts_of_household(town, home.id, DayRange{});
    const auto visits = explain_household(rule, window, facts, Roster{town.assignments});
    result += lines::difference(
        explained(visits), expected(town, span, judged->done,
                                    [&](const auto& visit) { return visit.household == home.id; }));
  }
  return result;
}

std::string worker_differences(const Town& town, const compliance::BoundRule& rule,
                               const compliance::Window& window, const brute_force::Span& span) {
  std::string result;
  for (const auto& worker : town.workers) {
    const auto judged = brute_force::judge(town, span, worker.id);
    if (!judged) continue;
    const auto visits = explain_worker(rule, window, facts_of_worker(town, worker.id, DayRange{}));
    result += lines::difference(
        explained(visits), expected(town, span, judged->done,
                                    [&](const auto& visit) { return visit.worker == worker.id; }));
  }
  return result;
}

/// The households of each grid that are said to count, against the brute-force judgements.
std::string grid_differences(const Town& town, const compliance::BoundRule& rule,
                             const compliance::Window& window, const brute_force::Span& span) {
  Lines found, wanted;
  for (const auto grid : brute_force::grids_of(town))
    for (const auto& considered : explain_grid(rule, window, facts_of_grid(town, grid, DayRange{})))
      if (considered.judged)
        found.push_back(fmt::format("household {} of grid {}: {} {}/{}", considered.household.value,
                                    grid.value, to_string(considered.judged->verdict),
                                    considered.judged->done, considered.judged->required));
      else if (considered.standing == compliance::Standing::in_scope)
        found.push_back("in scope without a judgement");
  for (const auto& home : town.homes)
    if (const auto judged = brute_force::judge(town, span, home.id))
      wanted.push_back(fmt::format("household {} of grid {}: {} {}/{}", home.id.value,
                                   judged->grid.value, to_string(judged->verdict), judged->done,
                                   judged->required));
  std::ranges::sort(found);
  std::ranges::sort(wanted);
  return lines::difference(found, wanted);
}

/// The days of a grid's patrol rule add up to its judgement.
std::string patrol_differences(const Town& town, const compliance::BoundRule& rule,
                               const compliance::Window& window, const brute_force::Span& span) {
  std::string result;
  for (const auto grid : brute_force::grids_of(town)) {
    const auto judged = brute_force::judge(town, span, grid);
    if (!judged) continue;
    std::int64_t done = 0, required = 0;
    for (const auto& day :
         explain_patrols(rule, window, facts_of_grid(town, grid, DayRange{}), town.workdays)) {
      done += day.done;
      required += day.required;
    }
    result += lines::difference(
        {fmt::format("grid {}: {}/{}", grid.value, done, required)},
        {fmt::format("grid {}: {}/{}", grid.value, judged->done, judged->required)});
  }
  return result;
}

/// The months that are listed add up to the year.
std::string year_differences(const Town& town, const compliance::BoundRule& rule,
                             const compliance::Window& window, const brute_force::Span& span) {
  const auto surroundings = town::surroundings_of(town);
  const auto book = town::book_of(town);
  std::string result;
  for (const auto& worker : town.workers) {
    std::int64_t done = 0, required = 0, full = 0;
    for (const auto& month : explain_year(
             rule, window, facts_of_worker(town, worker.id, DayRange{}), book, surroundings)) {
      full += month.judged.required;
      done += month.is_reported ? month.judged.done : 0;
      required += month.is_reported ? month.required_to_date : 0;
    }
    const auto year = brute_force::year_of(town, span, worker.id);
    result += lines::difference(
        {fmt::format("worker {}: {} {} {}", worker.id.value, done, required, full)},
        {fmt::format("worker {}: {} {} {}", worker.id.value, year.done, year.required,
                     year.required_full)});
  }
  return result;
}

}  // namespace

TEST_CASE("every visit considered is explained and those that count give what is done") {
  town::check_towns([](const Town& town) {
    const auto surroundings = town::surroundings_of(town);
    const auto book = town::book_of(town);
    std::string result;
    for (const auto& [rule, windows] : rules_of(book, town.reported, town.today, surroundings))
      for (const auto& window : windows) {
        const brute_force::Span span{rule.rule(), window.period, window.reference, window.open};
        if (span.rule.subject == Subject::household)
          result += household_differences(town, rule, window, span);
        if (span.rule.subject == Subject::worker)
          result += worker_differences(town, rule, window, span);
      }
    return result;
  });
}

TEST_CASE("what a sum lists adds up to the figure: households, patrol days, months of the year") {
  town::check_towns([](const Town& town) {
    const auto surroundings = town::surroundings_of(town);
    const auto book = town::book_of(town);
    std::string result;
    for (const auto& [rule, windows] : rules_of(book, town.reported, town.today, surroundings))
      for (const auto& window : windows) {
        const brute_force::Span span{rule.rule(), window.period, window.reference, window.open};
        if (span.rule.subject == Subject::household)
          result += grid_differences(town, rule, window, span);
        if (span.rule.subject == Subject::grid)
          result += patrol_differences(town, rule, window, span);
        if (span.rule.average_over_year) result += year_differences(town, rule, window, span);
      }
    return result;
  });
}
