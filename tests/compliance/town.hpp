#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/due.hpp"
#include "gridvisit/compliance/facts.hpp"
#include "gridvisit/domain/worker.hpp"
#include "gridvisit/policy/policy.hpp"

/// A whole small register in plain lists: what the brute-force counter reads, and what facts for
/// the engine are cut from.
namespace gridvisit::town {

struct Home {
  HouseholdId id;
  compliance::DuePlace place;
};

struct Town {
  Day today;
  Period reported;  ///< a month or year, running or past, that a report is asked for
  std::vector<Area> areas;
  std::vector<Category> categories;
  std::vector<Worker> workers;
  std::vector<Assignment> assignments;
  std::vector<Leave> leaves;
  std::vector<Home> homes;
  std::vector<Residence> residences;
  std::vector<Tag> tags;
  std::vector<compliance::VisitFact> visits;  ///< not the voided ones; their grid is left empty
  std::vector<Patrol> patrols;
  Workdays workdays;
  std::vector<Policy> policies;  ///< the built-in one first
};

/// A town drawn at random; the same seed gives the same town on every machine.
Town random_town(std::uint64_t seed);

/// What the store would hand to the engine.
compliance::Surroundings surroundings_of(const Town& town);
compliance::GridFacts facts_of_grid(const Town& town, AreaId grid,
                                    const std::optional<DayRange>& days);
compliance::WorkerFacts facts_of_worker(const Town& town, WorkerId worker,
                                        const std::optional<DayRange>& days);
compliance::HouseholdFacts facts_of_household(const Town& town, HouseholdId household,
                                              const std::optional<DayRange>& days);

/// A smaller town for which `fails` is still true: everything that can be left out is left out.
Town shrunk(Town town, const std::function<bool(const Town&)>& fails);

/// The town in a few lines, for people who look into a failure.
std::string described(const Town& town);

}  // namespace gridvisit::town
