#include <algorithm>

#include "gridvisit/compliance/counting.hpp"
#include "gridvisit/compliance/explain.hpp"
#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {
namespace {

using std::chrono::days;

struct PostDays {
  std::int64_t assigned = 0;
  std::int64_t in_post = 0;  ///< leave taken off
};

bool covers(const std::vector<DayRange>& ranges, Day day) {
  return std::ranges::any_of(ranges, [&](const DayRange& range) { return range.contains(day); });
}

/// The days of the worker's assignments to grids of the rule.
std::vector<DayRange> posts(const BoundRule& rule, const DayRange& within,
                            const WorkerFacts& worker) {
  std::vector<DayRange> result;
  for (const auto& held : worker.assignments)
    if (held.days.overlaps(within) && rule.holds_in(held.grid)) result.push_back(held.days);
  return result;
}

/// Days that several assignments cover count once.
PostDays post_days(const BoundRule& rule, const DayRange& within, const WorkerFacts& worker) {
  const auto assigned = posts(rule, within, worker);
  PostDays result;
  if (assigned.empty()) return result;
  std::vector<DayRange> leave;
  for (const auto& away : worker.leaves)
    if (away.days.overlaps(within)) leave.push_back(away.days);
  for (Day day = within.first; day <= within.last; day += days{1}) {
    if (!covers(assigned, day)) continue;
    ++result.assigned;
    if (!covers(leave, day)) ++result.in_post;
  }
  return result;
}

std::int64_t divide_up(std::int64_t part, std::int64_t whole) {
  return (part + whole - 1) / whole;
}

std::int64_t share(const Rule& rule, std::int64_t days_in_post, const Period& period) {
  return divide_up(rule.at_least * days_in_post, period.days());
}

std::int64_t required_in(const Rule& rule, const PostDays& post, const Period& period) {
  if (post.assigned == 0) return 0;
  return rule.prorate == Prorate::none ? rule.at_least : share(rule, post.in_post, period);
}

std::int64_t count_done(const BoundRule& rule, const Window& window, const WorkerFacts& worker) {
  const auto visits = visits_in(window, worker.visits);
  std::vector<CountKey> keys;
  keys.reserve(visits.size());
  for (const auto& visit : visits)
    if (reason_of(rule, window, visit, worker) == Reason::counted)
      keys.push_back(key_of(rule.rule().count, visit));
  std::ranges::sort(keys);
  return std::unique(keys.begin(), keys.end()) - keys.begin();
}

/// The rule that `month` is reckoned by: of the same id, in the policy in force on its last day.
std::optional<BoundRule> rule_of_month(const BoundRule& rule, const Period& month,
                                       const PolicyBook& book, const Surroundings& surroundings) {
  const auto* version = book.in_force(month.last).find(rule.rule().id);
  if (!version || version->subject != Subject::worker || version->every != PeriodKind::month)
    return std::nullopt;
  return version == &rule.rule() ? rule : BoundRule{*version, surroundings};
}

/// What the reported month adds to sum_R: the share to date while it is open.
std::int64_t required_to_date(const BoundRule& rule, const Window& month, const WorkerFacts& worker,
                              std::int64_t required) {
  if (!month.open) return required;
  const DayRange to_date{month.period.first, month.reference};
  return share(rule.rule(), post_days(rule, to_date, worker).in_post, month.period);
}

}  // namespace

bool is_assigned(const BoundRule& rule, const DayRange& within, const WorkerFacts& worker) {
  return !posts(rule, within, worker).empty();
}

std::optional<WorkerJudgement> judge_worker(const BoundRule& rule, const Window& window,
                                            const WorkerFacts& worker) {
  const auto post = post_days(rule, window.period.range(), worker);
  if (post.assigned == 0) return std::nullopt;
  WorkerJudgement result;
  result.done = count_done(rule, window, worker);
  result.required = required_in(rule.rule(), post, window.period);
  result.days_in_post = post.in_post;
  result.verdict = verdict_of(result.done, result.required, window.open);
  return result;
}

std::vector<YearMonth> explain_year(const BoundRule& rule, const Window& month,
                                    const WorkerFacts& worker, const PolicyBook& book,
                                    const Surroundings& surroundings) {
  std::vector<YearMonth> result;
  for (const auto& each : months_of_year(month.period.first)) {
    const auto version = rule_of_month(rule, each, book, surroundings);
    if (!version) continue;
    const bool is_this = each == month.period;
    const Window whole{each, each.last, false};  // its verdict is nobody's business here
    const auto judged = judge_worker(*version, is_this ? month : whole, worker);
    if (!judged) continue;
    const auto to_date =
        is_this ? required_to_date(*version, month, worker, judged->required) : judged->required;
    result.push_back({each, *judged, to_date, each.first <= month.period.first});
  }
  return result;
}

std::vector<PostSpan> explain_post(const BoundRule& rule, const Period& period,
                                   const WorkerFacts& worker) {
  std::vector<PostSpan> result;
  for (const auto& held : worker.assignments)
    if (const auto shared = intersection(held.days, period.range()))
      result.push_back({held.grid, held.role, held.days, shared->days(), rule.holds_in(held.grid)});
  for (const auto& leave : worker.leaves)
    if (const auto shared = intersection(leave.days, period.range()))
      result.push_back({std::nullopt, Role::responsible, leave.days, shared->days(), true});
  return result;
}

YearStanding judge_year(const BoundRule& rule, const Window& month, const WorkerFacts& worker,
                        const PolicyBook& book, const Surroundings& surroundings, Day today) {
  YearStanding year;
  for (const auto& each : explain_year(rule, month, worker, book, surroundings)) {
    year.required_full += each.judged.required;
    if (!each.is_reported) continue;
    year.done += each.judged.done;
    year.required += each.required_to_date;
  }
  const auto last = period_containing(PeriodKind::year, month.period.first).last;
  year.verdict = verdict_of(year.done, year.required_full, today <= last);
  year.on_pace = year.done >= year.required;
  year.average_tenths = tenths({year.done, year.required}, rule.rule().at_least);
  if (const auto left = months_left(month); left > 0)
    year.needed = divide_up(std::max<std::int64_t>(0, year.required_full - year.done), left);
  return year;
}

}  // namespace gridvisit::compliance
