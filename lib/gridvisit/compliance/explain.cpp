#include "gridvisit/compliance/explain.hpp"

#include <set>

namespace gridvisit::compliance {
namespace {

/// The visits with their reasons; of those that count once, the first is the one that counts.
template <class ReasonOf>
std::vector<ConsideredVisit> consider(const std::vector<VisitFact>& visits, Count count,
                                      const ReasonOf& reason_for) {
  std::vector<ConsideredVisit> result;
  std::set<CountKey> counted;
  for (const auto& visit : visits) {
    auto reason = reason_for(visit);
    if (reason == Reason::counted && !counted.insert(key_of(count, visit)).second)
      reason = Reason::same_again;
    result.push_back({visit, reason});
  }
  return result;
}

bool lies_outside(Reason reason) {
  return reason == Reason::before_period || reason == Reason::after_reference;
}

}  // namespace

std::vector<ConsideredVisit> explain_household(const BoundRule& rule, const Window& window,
                                               const HouseholdFacts& household,
                                               const Roster& roster) {
  return consider(household.visits, rule.rule().count,
                  [&](const VisitFact& visit) { return reason_of(rule, window, visit, roster); });
}

std::vector<ConsideredVisit> explain_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker) {
  const bool in_scope = is_assigned(rule, window.period.range(), worker);
  return consider(worker.visits, rule.rule().count, [&](const VisitFact& visit) {
    const auto reason = reason_of(rule, window, visit, worker);
    return in_scope || lies_outside(reason) ? reason : Reason::worker_not_in_scope;
  });
}

}  // namespace gridvisit::compliance
