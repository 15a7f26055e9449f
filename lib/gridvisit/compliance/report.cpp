#include "gridvisit/compliance/report.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::compliance {
namespace {

Owed owed(std::size_t rule, const Window& window, HouseholdId household,
          const HouseholdJudgement& judged) {
  return {household,     judged.grid,    judged.responsible, rule,
          window.period, judged.verdict, judged.done,        judged.required};
}

void count(MetOf& counted, Verdict verdict) {
  if (verdict == Verdict::exempt) return;
  ++counted.met.whole;
  counted.met.part += verdict == Verdict::met ? 1 : 0;
}

}  // namespace

ReportBuilder::ReportBuilder(ReportRequest request, const PolicyBook& book,
                             const Surroundings& surroundings)
    : m_request{std::move(request)}, m_book{&book}, m_surroundings{&surroundings} {
  auto rules = rules_of(book, m_request.period, m_request.today, surroundings);
  if (m_request.by != RowsBy::worker)
    std::erase_if(rules, [](const RuleWindows& version) {
      return version.rule.rule().subject == Subject::worker;
    });
  m_household_days = days_needed(rules, Subject::household);
  m_worker_days = days_needed(rules, Subject::worker);
  const auto& policy = book.in_force(m_request.period.last);
  m_report.period = m_request.period;
  m_report.reference = std::min(m_request.period.last, m_request.today);
  m_report.today = m_request.today;
  m_report.by = m_request.by;
  m_report.area_kind = m_request.area_kind;
  m_report.policy_name = policy.name;
  m_report.policy_from = policy.from;
  place(std::move(rules));
}

/// Versions of one rule stand side by side; they become one rule of the report.
void ReportBuilder::place(std::vector<RuleWindows> rules) {
  for (auto& version : rules) {
    const auto& rule = version.rule.rule();
    const bool is_next_version = !m_rules.empty() && m_report.rules.back().id == rule.id &&
                                 m_report.rules.back().subject == rule.subject;
    if (is_next_version) {
      m_report.rules.back() = rule;
    } else {
      m_report.rules.push_back(rule);
      m_rules.emplace_back();
    }
    m_rules.back().push_back(std::move(version));
  }
  for (const auto& rule : m_report.rules)
    m_report.total.push_back(rule.subject == Subject::household ? RuleResult{Tally{}}
                                                                : RuleResult{MetOf{}});
}

DayRange ReportBuilder::assignment_days() const {
  return {period_containing(PeriodKind::year, m_report.reference).first,
          period_containing(PeriodKind::month, m_report.reference).last};
}

bool ReportBuilder::is_wanted(std::optional<WorkerId> worker) const {
  return !m_request.worker || worker == m_request.worker;
}

bool ReportBuilder::has_row(const WorkerFacts& worker) const {
  const auto days = assignment_days();
  return is_wanted(worker.worker) &&
         std::ranges::any_of(worker.assignments, [&](const Assignment& held) {
           return held.days.overlaps(days) &&
                  (!m_request.area || m_surroundings->areas.lies_in(held.grid, *m_request.area));
         });
}

/// Whether one of the rule's periods still runs: each is open by its own last day.
bool ReportBuilder::is_open(std::size_t rule) const {
  return std::ranges::any_of(m_rules[rule], [](const RuleWindows& version) {
    return std::ranges::any_of(version.windows, &Window::open);
  });
}

RuleResult ReportBuilder::blank(const Rule& rule) const {
  if (rule.subject == Subject::household) return Tally{};
  if (rule.subject == Subject::grid && m_request.by != RowsBy::grid) return MetOf{};
  return std::monostate{};
}

Row& ReportBuilder::row_of(const RowSubject& subject) {
  const auto [at, is_new] = m_rows.try_emplace(subject);
  auto& row = at->second;
  if (!is_new) return row;
  row.subject = subject;
  for (const auto& rule : m_report.rules) row.results.push_back(blank(rule));
  return row;
}

Row* ReportBuilder::row_of(AreaId grid, std::optional<WorkerId> responsible) {
  const auto& areas = m_surroundings->areas;
  switch (m_request.by) {
    case RowsBy::worker:
      return &(responsible ? row_of(*responsible) : row_of(std::monostate{}));
    case RowsBy::grid:
      return &row_of(grid);
    case RowsBy::area:
      break;
  }
  const auto* area = areas.enclosing(grid, m_request.area_kind);
  if (!area || (m_request.area && !areas.lies_in(area->id, *m_request.area))) return nullptr;
  return &row_of(area->id);
}

void ReportBuilder::add(const GridFacts& grid) {
  note_responsible(grid);
  for (std::size_t rule = 0; rule < m_rules.size(); ++rule) {
    if (m_report.rules[rule].subject == Subject::household) add_households(rule, grid);
    if (m_report.rules[rule].subject == Subject::grid) add_patrols(rule, grid);
  }
}

/// Gives a row to who answers for the grid, or to nobody if somebody lives there.
void ReportBuilder::note_responsible(const GridFacts& grid) {
  const auto responsible = grid.roster.responsible(grid.grid, m_report.reference);
  if (!is_wanted(responsible)) return;
  const bool is_lived_in = std::ranges::any_of(grid.households, [&](const auto& household) {
    return household.lived_in(grid.grid, m_report.reference);
  });
  if (!responsible && !is_lived_in) return;
  auto* row = row_of(grid.grid, responsible);
  if (row && responsible && m_request.by == RowsBy::worker) row->grids.push_back(grid.grid);
}

void ReportBuilder::add_households(std::size_t rule, const GridFacts& grid) {
  for (const auto& [version, windows] : m_rules[rule])
    for (const auto& window : windows) {
      const auto responsible = grid.roster.responsible(grid.grid, window.reference);
      if (!is_wanted(responsible)) continue;
      const auto counted = tally(rule, version, window, grid);
      if (counted.total() + counted.exempt == 0) continue;
      std::get<Tally>(m_report.total[rule]) += counted;
      if (auto* row = row_of(grid.grid, responsible))
        std::get<Tally>(row->results[rule]) += counted;
    }
}

/// Those who live in this grid on the window's reference day; a household that moved is in the
/// facts of two grids and must count once.
Tally ReportBuilder::tally(std::size_t rule, const BoundRule& version, const Window& window,
                           const GridFacts& grid) {
  Tally result;
  for (const auto& household : grid.households) {
    const auto judged = judge_household(version, window, household, grid.roster);
    if (!judged || judged->grid != grid.grid) continue;
    result.add(judged->verdict);
    if (m_request.details && is_owed(judged->verdict))
      m_report.owed.push_back(owed(rule, window, household.household, *judged));
  }
  return result;
}

void ReportBuilder::add_patrols(std::size_t rule, const GridFacts& grid) {
  const auto responsible = grid.roster.responsible(grid.grid, m_report.reference);
  if (!is_wanted(responsible)) return;
  std::optional<GridResult> sum;
  for (const auto& [version, windows] : m_rules[rule])
    for (const auto& window : windows)
      if (const auto judged = judge_grid(version, window, grid, m_surroundings->workdays)) {
        if (!sum) sum.emplace();
        sum->done += judged->done;
        sum->required += judged->required;
      }
  if (!sum) return;
  sum->verdict = verdict_of(sum->done, sum->required, is_open(rule));
  count(std::get<MetOf>(m_report.total[rule]), sum->verdict);
  auto* row = row_of(grid.grid, responsible);
  if (!row) return;
  if (m_request.by == RowsBy::grid)
    row->results[rule] = *sum;
  else
    count(std::get<MetOf>(row->results[rule]), sum->verdict);
}

void ReportBuilder::add(const WorkerFacts& worker) {
  if (m_request.by != RowsBy::worker || !has_row(worker)) return;
  auto& row = row_of(worker.worker);
  for (std::size_t rule = 0; rule < m_rules.size(); ++rule)
    if (m_report.rules[rule].subject == Subject::worker) add_quota(rule, worker, row);
}

void ReportBuilder::add_quota(std::size_t rule, const WorkerFacts& worker, Row& row) const {
  WorkerResult sum;
  bool is_in_scope = false;
  for (const auto& [version, windows] : m_rules[rule])
    for (const auto& window : windows)
      if (const auto judged = judge_worker(version, window, worker)) {
        is_in_scope = true;
        sum.done += judged->done;
        sum.required += judged->required;
      }
  sum.verdict = verdict_of(sum.done, sum.required, is_open(rule));
  sum.year = year_of(rule, worker);
  if (is_in_scope || sum.year) row.results[rule] = sum;
}

/// Of a rule that is averaged and in force in the reported month, for who was in scope this year.
std::optional<YearStanding> ReportBuilder::year_of(std::size_t rule,
                                                   const WorkerFacts& worker) const {
  const auto& [version, windows] = m_rules[rule].back();
  const auto& month = windows.back();
  if (!version.rule().average_over_year || !month.period.contains(m_report.reference))
    return std::nullopt;
  if (!is_assigned(version, assignment_days(), worker)) return std::nullopt;
  return judge_year(version, month, worker, *m_book, *m_surroundings, m_request.today);
}

/// Areas that nothing was added to have a row as well, unless the report is on one worker.
void ReportBuilder::complete_rows() {
  if (m_request.by == RowsBy::worker || m_request.worker) return;
  const auto& areas = m_surroundings->areas;
  if (m_request.by == RowsBy::grid)
    for (const auto* grid : areas.grids(m_request.area)) row_of(grid->id);
  else
    for (const auto* area : areas.subtree(m_request.area))
      if (area->kind == m_request.area_kind) row_of(area->id);
}

void ReportBuilder::count_workers() {
  for (const auto& [subject, row] : m_rows)
    for (std::size_t rule = 0; rule < m_rules.size(); ++rule)
      if (const auto* result = std::get_if<WorkerResult>(&row.results[rule]))
        count(std::get<MetOf>(m_report.total[rule]), result->verdict);
}

}  // namespace gridvisit::compliance
