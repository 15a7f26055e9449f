#pragma once

#include <optional>
#include <vector>

#include "gridvisit/compliance/due.hpp"
#include "gridvisit/report/due_list.hpp"
#include "gridvisit/store/store.hpp"

/// How one worker and one household stand today: what `add` answers.
namespace gridvisit::usecase {

/// The engine's surroundings for a few grids: only as much of the tree as the rules ask for.
compliance::Surroundings surroundings_of(const store::Session& session, const PolicyBook& book);

/// What worker and household are held to.
struct Norms {
  PolicyBook book;
  compliance::Surroundings surroundings;
};
Norms norms_of(const store::Session& session);

struct WorkerStanding {
  Rule rule;
  Period period;
  compliance::WorkerJudgement judgement;
  std::optional<compliance::YearStanding> year;  ///< if the rule is averaged
};

/// The worker rules that the worker is in scope of today, in the policy's order.
std::vector<WorkerStanding> worker_standings(const store::Session& session, const Norms& norms,
                                             WorkerId worker, Day today);

/// What the household still owes today, earliest deadline first.
std::vector<report::OwedRule> owed_by(const store::Session& session, const Norms& norms,
                                      HouseholdId household, Day today);

/// An obligation that outlives the policy it came from.
report::OwedRule owed_rule(const compliance::Obligation& obligation);

/// Every day on which a visit may count for a household rule that `today` falls into.
DayRange obligation_days(const PolicyBook& book, Day today);

}  // namespace gridvisit::usecase
