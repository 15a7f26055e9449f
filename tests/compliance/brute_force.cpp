#include "compliance/brute_force.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace gridvisit::brute_force {
namespace {

using compliance::VisitFact;
using std::chrono::days;

template <class Value>
bool is_among(const std::vector<Value>& values, const Value& wanted) {
  return std::ranges::find(values, wanted) != values.end();
}

std::vector<Day> days_from(Day first, Day last) {
  std::vector<Day> result;
  for (Day day = first; day <= last; day += days{1}) result.push_back(day);
  return result;
}

std::int64_t divided_up(std::int64_t number, std::int64_t by) {
  std::int64_t result = 0;
  while (result * by < number) ++result;
  return result;
}

bool holds_in(const Town& town, const Rule& rule, AreaId grid) {
  if (rule.in.empty()) return true;
  return std::ranges::any_of(town.areas, [&](const Area& area) {
    return is_among(rule.in, area.code) && is_below(town, grid, area.id);
  });
}

bool names(const Town& town, const Rule& rule, CategoryId wanted) {
  for (const auto& category : town.categories) {
    if (category.id != wanted) continue;
    if (is_among(rule.tagged, category.code)) return true;
    for (const auto& group : category.groups)
      if (is_among(rule.tagged, group)) return true;
  }
  return false;
}

bool is_in_scope(const Town& town, const Rule& rule, HouseholdId household, Day day) {
  const auto grid = grid_on(town, household, day);
  if (!grid || !holds_in(town, rule, *grid)) return false;
  if (rule.tagged.empty()) return true;
  return std::ranges::any_of(town.tags, [&](const Tag& tag) {
    return tag.household == household && tag.days.contains(day) && names(town, rule, tag.category);
  });
}

/// Whether the days from the start of the household's scope, or of the period if that is later, to
/// the period's end are fewer than the rule's grace.
bool is_in_grace(const Town& town, const Span& span, HouseholdId household) {
  std::int64_t count = (span.period.last - span.reference).count() + 1;
  for (Day day = span.reference - days{1}; count < span.rule.grace_days; day -= days{1}) {
    if (day < span.period.first || !is_in_scope(town, span.rule, household, day)) return true;
    ++count;
  }
  return false;
}

bool is_credited(const Town& town, const Rule& rule, const VisitFact& visit) {
  if (rule.credit == Credit::anyone || rule.credit == Credit::anywhere) return true;
  const auto grid = grid_on(town, visit.household, visit.day);
  if (!grid) return false;
  if (rule.credit == Credit::responsible)
    return responsible_on(town, *grid, visit.day) == visit.worker;
  return std::ranges::any_of(town.assignments, [&](const Assignment& held) {
    return held.worker == visit.worker && held.grid == *grid && held.days.contains(visit.day);
  });
}

std::int64_t counted(Count count, const std::vector<VisitFact>& visits) {
  std::set<HouseholdId> households;
  std::set<std::pair<HouseholdId, Day>> pairs;
  std::set<Day> distinct_days;
  for (const auto& visit : visits) {
    households.insert(visit.household);
    pairs.emplace(visit.household, visit.day);
    distinct_days.insert(visit.day);
  }
  if (count == Count::households) return static_cast<std::int64_t>(households.size());
  if (count == Count::visits) return static_cast<std::int64_t>(pairs.size());
  return static_cast<std::int64_t>(distinct_days.size());
}

Verdict verdict_of(std::int64_t done, std::int64_t required, bool open) {
  if (done >= required) return Verdict::met;
  return open ? Verdict::due : Verdict::missed;
}

bool is_on_leave(const Town& town, WorkerId worker, Day day) {
  return std::ranges::any_of(town.leaves, [&](const Leave& leave) {
    return leave.worker == worker && leave.days.contains(day);
  });
}

std::int64_t days_in_post(const Town& town, const Span& span, WorkerId worker, Day until) {
  return std::ranges::count_if(days_from(span.period.first, until), [&](Day day) {
    return is_in_post(town, span.rule, worker, day) && !is_on_leave(town, worker, day);
  });
}

/// What the rule asks of the worker for the days of the period up to `until`.
std::int64_t share(const Town& town, const Span& span, WorkerId worker, Day until) {
  return divided_up(span.rule.at_least * days_in_post(town, span, worker, until),
                    span.period.days());
}

std::optional<Span> month_of_year(const Town& town, const Span& span, const Period& month) {
  for (const auto& rule : policy_on(town, month.last).rules)
    if (rule.id == span.rule.id)
      return Span{rule, month, std::min(month.last, span.reference), town.today <= month.last};
  return std::nullopt;
}

}  // namespace

const Policy& policy_on(const Town& town, Day day) {
  const Policy* result = &town.policies.front();
  for (const auto& policy : town.policies)
    if (policy.from <= day && policy.from >= result->from) result = &policy;
  return *result;
}

bool counts(const Town& town, const Span& span, const VisitFact& visit) {
  return span.period.first <= visit.day && visit.day <= span.reference &&
         is_among(span.rule.modes, visit.mode) && is_among(span.rule.outcomes, visit.outcome) &&
         is_credited(town, span.rule, visit);
}

std::optional<AreaId> grid_on(const Town& town, HouseholdId household, Day day) {
  for (const auto& residence : town.residences)
    if (residence.household == household && residence.days.contains(day)) return residence.grid;
  return std::nullopt;
}

std::optional<WorkerId> responsible_on(const Town& town, AreaId grid, Day day) {
  for (const auto& held : town.assignments)
    if (held.grid == grid && held.role == Role::responsible && held.days.contains(day))
      return held.worker;
  return std::nullopt;
}

bool is_below(const Town& town, AreaId area, AreaId ancestor) {
  if (area == ancestor) return true;
  for (const auto& candidate : town.areas)
    if (candidate.id == area && candidate.parent)
      return is_below(town, *candidate.parent, ancestor);
  return false;
}

bool is_in_post(const Town& town, const Rule& rule, WorkerId worker, Day day) {
  return std::ranges::any_of(town.assignments, [&](const Assignment& held) {
    return held.worker == worker && held.days.contains(day) && holds_in(town, rule, held.grid);
  });
}

std::vector<AreaId> grids_of(const Town& town) {
  std::vector<AreaId> result;
  for (const auto& area : town.areas)
    if (std::ranges::none_of(town.areas,
                             [&](const Area& other) { return other.parent == area.id; }))
      result.push_back(area.id);
  return result;
}

std::vector<Period> periods_of(const Rule& rule, const Period& period, Day reference) {
  std::vector<Period> result;
  for (const Day day : days_from(period.first, reference)) {
    const auto own = period_containing(rule.every, day);
    const bool belongs =
        rule.every < period.kind ? period.contains(own.last) : own.contains(reference);
    if (belongs && (result.empty() || result.back() != own)) result.push_back(own);
  }
  return result;
}

std::map<std::string, std::vector<Span>> spans_of(const Town& town, const Period& period) {
  std::map<std::string, std::vector<Span>> result;
  const Day reference = std::min(period.last, town.today);
  for (const auto& policy : town.policies)
    for (const auto& rule : policy.rules)
      for (const auto& own : periods_of(rule, period, reference))
        if (&policy_on(town, own.last) == &policy)
          result[rule.id].push_back(
              {rule, own, std::min(own.last, reference), town.today <= own.last});
  return result;
}

std::optional<HouseholdResult> judge(const Town& town, const Span& span, HouseholdId household) {
  if (!is_in_scope(town, span.rule, household, span.reference)) return std::nullopt;
  std::vector<VisitFact> visits;
  for (const auto& visit : town.visits)
    if (visit.household == household && counts(town, span, visit)) visits.push_back(visit);
  HouseholdResult result;
  result.grid = *grid_on(town, household, span.reference);
  result.responsible = responsible_on(town, result.grid, span.reference);
  result.done = counted(span.rule.count, visits);
  result.required = span.rule.at_least;
  result.verdict = is_in_grace(town, span, household)
                       ? Verdict::exempt
                       : verdict_of(result.done, result.required, span.open);
  return result;
}

std::optional<Result> judge(const Town& town, const Span& span, WorkerId worker) {
  const bool in_scope =
      std::ranges::any_of(days_from(span.period.first, span.period.last),
                          [&](Day day) { return is_in_post(town, span.rule, worker, day); });
  if (!in_scope) return std::nullopt;
  std::vector<VisitFact> visits;
  for (const auto& visit : town.visits)
    if (visit.worker == worker && counts(town, span, visit)) visits.push_back(visit);
  Result result;
  result.done = counted(span.rule.count, visits);
  result.required = span.rule.prorate == Prorate::days ? share(town, span, worker, span.period.last)
                                                       : span.rule.at_least;
  result.verdict =
      result.required == 0 ? Verdict::exempt : verdict_of(result.done, result.required, span.open);
  return result;
}

std::optional<Result> judge(const Town& town, const Span& span, AreaId grid) {
  if (!holds_in(town, span.rule, grid)) return std::nullopt;
  std::set<std::pair<Day, HalfDay>> rounds;
  for (const auto& patrol : town.patrols)
    if (patrol.grid == grid && span.period.first <= patrol.day && patrol.day <= span.reference)
      rounds.emplace(patrol.day, patrol.half);
  Result result;
  result.done = static_cast<std::int64_t>(rounds.size());
  for (const Day day : days_from(span.period.first, span.reference))
    if (town.workdays.contains(day)) result.required += span.rule.at_least;
  result.verdict =
      result.required == 0 ? Verdict::exempt : verdict_of(result.done, result.required, span.open);
  return result;
}

compliance::YearStanding year_of(const Town& town, const Span& span, WorkerId worker) {
  compliance::YearStanding result;
  const auto year = period_containing(PeriodKind::year, span.period.first);
  std::int64_t months_left = 0;
  for (Day first = year.first; first <= year.last;) {
    const auto month = period_containing(PeriodKind::month, first);
    first = month.last + days{1};
    const bool is_this = month.first == span.period.first;
    if (month.first > span.period.first || (is_this && span.open)) ++months_left;
    const auto own = month_of_year(town, span, month);
    const auto judged = own ? judge(town, *own, worker) : std::nullopt;
    if (!judged) continue;
    result.required_full += judged->required;
    if (month.first > span.period.first) continue;
    result.done += judged->done;
    result.required +=
        is_this && span.open ? share(town, *own, worker, span.reference) : judged->required;
  }
  const std::int64_t numerator = 10 * span.rule.at_least * result.done;
  if (result.required > 0)
    result.average_tenths = (2 * numerator + result.required) / (2 * result.required);
  result.on_pace = result.done >= result.required;
  const auto missing = std::max<std::int64_t>(0, result.required_full - result.done);
  if (months_left > 0) result.needed = divided_up(missing, months_left);
  result.verdict = result.required_full == 0
                       ? Verdict::exempt
                       : verdict_of(result.done, result.required_full, town.today <= year.last);
  return result;
}

}  // namespace gridvisit::brute_force
