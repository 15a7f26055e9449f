#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

#include "compliance/brute_force.hpp"
#include "compliance/lines.hpp"

namespace gridvisit::brute_force {
namespace {

using compliance::GridResult;
using compliance::MetOf;
using compliance::Owed;
using compliance::Report;
using compliance::ReportRequest;
using compliance::Row;
using compliance::RowsBy;
using compliance::RuleResult;
using compliance::Tally;
using compliance::WorkerResult;
using std::chrono::days;

using RowSubject = decltype(Row::subject);

/// Where one report is put together.
struct Draft {
  const Town& town;
  const ReportRequest& request;
  Day reference;
  std::map<RowSubject, std::map<std::string, RuleResult>> rows;  // results by rule
  Report report;

  /// Whether the report speaks of a grid that this worker answers for.
  bool covers(AreaId grid, std::optional<WorkerId> responsible) const {
    return (!request.area || is_below(town, grid, *request.area)) &&
           (!request.worker || responsible == request.worker);
  }
};

Verdict verdict_of_sum(const Result& sum, bool open) {
  if (sum.required == 0) return Verdict::exempt;
  if (sum.done >= sum.required) return Verdict::met;
  return open ? Verdict::due : Verdict::missed;
}

std::optional<AreaId> area_of_kind(const Town& town, AreaId area, const std::string& kind) {
  for (const auto& candidate : town.areas) {
    if (candidate.id != area) continue;
    if (candidate.kind == kind) return area;
    if (candidate.parent) return area_of_kind(town, *candidate.parent, kind);
  }
  return std::nullopt;
}

/// The row that a household of `grid` with this responsible worker is shown in.
std::optional<RowSubject> row_of(const Draft& draft, AreaId grid,
                                 std::optional<WorkerId> responsible) {
  if (draft.request.by == RowsBy::worker)
    return responsible ? RowSubject{*responsible} : RowSubject{};
  if (draft.request.by == RowsBy::grid) return RowSubject{grid};
  const auto area = area_of_kind(draft.town, grid, draft.request.area_kind);
  if (!area || (draft.request.area && !is_below(draft.town, *area, *draft.request.area)))
    return std::nullopt;
  return RowSubject{*area};
}

/// Whether the worker held a grid that the report speaks of in the year's months up to the
/// reported one.
bool has_row(const Draft& draft, WorkerId worker) {
  const DayRange months{period_containing(PeriodKind::year, draft.reference).first,
                        period_containing(PeriodKind::month, draft.reference).last};
  return std::ranges::any_of(draft.town.assignments, [&](const Assignment& held) {
    return held.worker == worker && held.days.overlaps(months) && draft.covers(held.grid, worker);
  });
}

void add_worker_rows(Draft& draft) {
  for (const auto& worker : draft.town.workers)
    if (has_row(draft, worker.id)) draft.rows[worker.id];
  for (const AreaId grid : grids_of(draft.town)) {
    const auto responsible = responsible_on(draft.town, grid, draft.reference);
    for (const auto& home : draft.town.homes)
      if (!responsible && draft.covers(grid, responsible) &&
          grid_on(draft.town, home.id, draft.reference) == grid)
        draft.rows[{}];
  }
}

void add_area_rows(Draft& draft) {
  for (const auto& area : draft.town.areas) {
    const bool is_grid = std::ranges::count(grids_of(draft.town), area.id) > 0;
    const bool is_wanted =
        draft.request.by == RowsBy::grid ? is_grid : area.kind == draft.request.area_kind;
    if (is_wanted && draft.covers(area.id, draft.request.worker)) draft.rows[area.id];
  }
}

Tally& tally_in(std::map<std::string, RuleResult>& results, const std::string& rule) {
  return std::get<Tally>(results.try_emplace(rule, Tally{}).first->second);
}

MetOf& met_in(std::map<std::string, RuleResult>& results, const std::string& rule) {
  return std::get<MetOf>(results.try_emplace(rule, MetOf{}).first->second);
}

void add_household_rule(Draft& draft, const std::vector<Span>& spans) {
  const auto& id = spans.front().rule.id;
  Tally total;
  for (const auto& span : spans) {
    for (const auto& home : draft.town.homes) {
      const auto judged = judge(draft.town, span, home.id);
      if (!judged || !draft.covers(judged->grid, judged->responsible)) continue;
      total.add(judged->verdict);
      const auto row = row_of(draft, judged->grid, judged->responsible);
      if (row) tally_in(draft.rows[*row], id).add(judged->verdict);
      if (judged->verdict == Verdict::due || judged->verdict == Verdict::missed)
        draft.report.owed.push_back({home.id, judged->grid, judged->responsible,
                                     draft.report.total.size(), span.period, judged->verdict,
                                     judged->done, judged->required});
    }
  }
  draft.report.total.emplace_back(total);
}

/// The sum of what `judge` says of the subject in each span, with the verdict of the sum.
template <class Id>
std::optional<Result> judge_all(const Town& town, const std::vector<Span>& spans, Id subject) {
  std::optional<Result> sum;
  bool open = false;
  for (const auto& span : spans) {
    open = open || span.open;
    const auto judged = judge(town, span, subject);
    if (!judged) continue;
    if (!sum) sum = Result{Verdict::exempt, 0, 0};
    sum->done += judged->done;
    sum->required += judged->required;
  }
  if (sum) sum->verdict = verdict_of_sum(*sum, open);
  return sum;
}

void add_to(MetOf& result, Verdict verdict) {
  if (verdict == Verdict::exempt) return;
  ++result.met.whole;
  if (verdict == Verdict::met) ++result.met.part;
}

/// Whether the worker was in scope on a day of the year's months up to the reported one.
bool is_in_year(const Town& town, const Span& month, WorkerId worker) {
  const auto year = period_containing(PeriodKind::year, month.period.first);
  for (Day day = year.first; day <= month.period.last; day += days{1})
    if (is_in_post(town, month.rule, worker, day)) return true;
  return false;
}

/// Nothing if the rule has nothing to say of the worker in the year up to the reported month.
std::optional<WorkerResult> result_of(const Draft& draft, const std::vector<Span>& spans,
                                      WorkerId worker) {
  const auto sum = judge_all(draft.town, spans, worker);
  WorkerResult result{Verdict::exempt, 0, 0, {}};
  if (sum) result = {sum->verdict, sum->done, sum->required, {}};
  for (const auto& month : spans)
    if (month.rule.average_over_year && month.period.contains(draft.reference) &&
        is_in_year(draft.town, month, worker))
      result.year = year_of(draft.town, month, worker);
  return sum || result.year ? std::optional{result} : std::nullopt;
}

void add_worker_rule(Draft& draft, const std::vector<Span>& spans) {
  MetOf total;
  for (auto& [subject, results] : draft.rows) {
    const auto* worker = std::get_if<WorkerId>(&subject);
    const auto result = worker ? result_of(draft, spans, *worker) : std::nullopt;
    if (!result) continue;
    results[spans.front().rule.id] = *result;
    add_to(total, result->verdict);
  }
  const bool is_counted = draft.request.by == RowsBy::worker;
  draft.report.total.push_back(is_counted ? RuleResult{total} : RuleResult{});
}

void add_grid_rule(Draft& draft, const std::vector<Span>& spans) {
  const auto& id = spans.front().rule.id;
  const bool by_grid = draft.request.by == RowsBy::grid;
  MetOf total;
  for (const AreaId grid : grids_of(draft.town)) {
    const auto responsible = responsible_on(draft.town, grid, draft.reference);
    const auto judged = judge_all(draft.town, spans, grid);
    if (!judged || !draft.covers(grid, responsible)) continue;
    add_to(total, judged->verdict);
    const auto row = row_of(draft, grid, responsible);
    if (!row) continue;
    if (by_grid)
      draft.rows[*row][id] = GridResult{judged->verdict, judged->done, judged->required};
    else
      add_to(met_in(draft.rows[*row], id), judged->verdict);
  }
  draft.report.total.emplace_back(total);
}

void add_rule(Draft& draft, const std::vector<Span>& spans) {
  draft.report.rules.push_back(spans.back().rule);
  switch (spans.front().rule.subject) {
    case Subject::household:
      return add_household_rule(draft, spans);
    case Subject::worker:
      return add_worker_rule(draft, spans);
    case Subject::grid:
      return add_grid_rule(draft, spans);
  }
}

std::string code_of(const Town& town, const RowSubject& subject) {
  if (const auto* worker = std::get_if<WorkerId>(&subject))
    return std::ranges::find(town.workers, *worker, &Worker::id)->code;
  return std::ranges::find(town.areas, std::get<AreaId>(subject), &Area::id)->code;
}

/// The row with all its results; those that nothing was said of are empty.
Row whole_row(const Draft& draft, const RowSubject& subject) {
  Row row;
  row.subject = subject;
  for (const AreaId grid : grids_of(draft.town)) {
    const auto responsible = responsible_on(draft.town, grid, draft.reference);
    if (responsible && subject == RowSubject{*responsible} && draft.covers(grid, responsible))
      row.grids.push_back(grid);
  }
  for (const auto& rule : draft.report.rules) {
    auto results = draft.rows.at(subject);
    if (rule.subject == Subject::household) tally_in(results, rule.id);
    if (rule.subject == Subject::grid && draft.request.by != RowsBy::grid) met_in(results, rule.id);
    row.results.push_back(results[rule.id]);
  }
  return row;
}

bool row_before(const Town& town, const Row& left, const Row& right) {
  const bool left_is_nobody = left.subject.index() == 0;
  if (left_is_nobody || right.subject.index() == 0) return !left_is_nobody;
  return compare_natural(code_of(town, left.subject), code_of(town, right.subject)) < 0;
}

}  // namespace

compliance::Report report(const Town& town, const ReportRequest& request) {
  Draft draft{town, request, std::min(request.period.last, town.today), {}, {}};
  if (request.by == RowsBy::worker)
    add_worker_rows(draft);
  else
    add_area_rows(draft);
  for (const auto& [id, spans] : spans_of(town, request.period)) add_rule(draft, spans);
  for (const auto& [subject, results] : draft.rows)
    draft.report.rows.push_back(whole_row(draft, subject));
  std::ranges::sort(draft.report.rows, [&](const Row& left, const Row& right) {
    return row_before(town, left, right);
  });
  draft.report.period = request.period;
  draft.report.reference = draft.reference;
  draft.report.today = town.today;
  const auto& policy = policy_on(town, request.period.last);
  draft.report.policy_name = policy.name;
  draft.report.policy_from = policy.from;
  return draft.report;
}

}  // namespace gridvisit::brute_force
