#include "gridvisit/compliance/counting.hpp"

#include <algorithm>

namespace gridvisit::compliance {
namespace {

/// The reasons that need nothing but the visit.
Reason reason_by_itself(const BoundRule& rule, const VisitFact& visit) {
  if (!rule.accepts(visit.mode)) return Reason::wrong_mode;
  if (!rule.accepts(visit.outcome)) return Reason::wrong_outcome;
  return Reason::counted;
}

Reason reason_by_day(const Window& window, Day day) {
  if (day < window.period.first) return Reason::before_period;
  if (day > window.reference) return Reason::after_reference;
  return Reason::counted;
}

Reason reason_on_any_day(const BoundRule& rule, const VisitFact& visit, const Roster& roster) {
  const auto reason = reason_by_itself(rule, visit);
  if (reason != Reason::counted || rule.rule().credit != Credit::responsible) return reason;
  if (visit.grid && roster.responsible(visit.grid, visit.day) == visit.worker) return reason;
  return Reason::not_responsible;
}

bool holds(const WorkerFacts& worker, AreaId grid, Day day) {
  return std::ranges::any_of(worker.assignments, [&](const Assignment& held) {
    return held.grid == grid && held.days.contains(day);
  });
}

}  // namespace

Reason reason_of(const BoundRule& rule, const Window& window, const VisitFact& visit,
                 const Roster& roster) {
  const auto reason = reason_by_day(window, visit.day);
  return reason == Reason::counted ? reason_on_any_day(rule, visit, roster) : reason;
}

Reason reason_of(const BoundRule& rule, const Window& window, const VisitFact& visit,
                 const WorkerFacts& worker) {
  auto reason = reason_by_day(window, visit.day);
  if (reason == Reason::counted) reason = reason_by_itself(rule, visit);
  if (reason != Reason::counted || rule.rule().credit != Credit::own_grids) return reason;
  return visit.grid && holds(worker, visit.grid, visit.day) ? reason : Reason::foreign_grid;
}

bool suits(const BoundRule& rule, const VisitFact& visit, const Roster& roster) {
  return reason_on_any_day(rule, visit, roster) == Reason::counted;
}

CountKey key_of(Count count, const VisitFact& visit) {
  switch (count) {
    case Count::households:
      return {visit.household, {}};
    case Count::days:
      return {{}, visit.day};
    case Count::visits:
      break;
  }
  return {visit.household, visit.day};
}

std::span<const VisitFact> visits_in(const Window& window, const std::vector<VisitFact>& visits) {
  const auto first = std::ranges::lower_bound(visits, window.period.first, {}, &VisitFact::day);
  const auto end =
      std::upper_bound(first, visits.end(), window.reference,
                       [](Day day, const VisitFact& visit) { return day < visit.day; });
  return {first, end};
}

}  // namespace gridvisit::compliance
