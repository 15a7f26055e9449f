#include "gridvisit/compliance/trend.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::compliance {
namespace {

void add(Ratio& sum, std::int64_t done, std::int64_t required) {
  sum.part += done;
  sum.whole += required;
}

/// Done of required, over the rows that the rule applies to; nothing if there is none.
std::optional<Ratio> sum_of_rows(const Report& report, std::size_t rule) {
  std::optional<Ratio> sum;
  for (const auto& row : report.rows) {
    const auto* worker = std::get_if<WorkerResult>(&row.results[rule]);
    const auto* grid = std::get_if<GridResult>(&row.results[rule]);
    if (!worker && !grid) continue;
    if (!sum) sum.emplace();
    if (worker) add(*sum, worker->done, worker->required);
    if (grid) add(*sum, grid->done, grid->required);
  }
  return sum;
}

std::optional<Ratio> standing_of(const Report& report, const Rule& rule) {
  const auto at = std::ranges::find(report.rules, rule.id, &Rule::id);
  if (at == report.rules.end() || at->subject != rule.subject) return std::nullopt;
  const auto index = static_cast<std::size_t>(at - report.rules.begin());
  if (const auto* tally = std::get_if<Tally>(&report.total[index])) return tally->coverage();
  return sum_of_rows(report, index);
}

}  // namespace

std::optional<DayRange> spanned(const std::optional<DayRange>& left,
                                const std::optional<DayRange>& right) {
  if (!left || !right) return left ? left : right;
  return DayRange{std::min(left->first, right->first), std::max(left->last, right->last)};
}

TrendBuilder::TrendBuilder(const ReportRequest& request, const PolicyBook& book,
                           const Surroundings& surroundings) {
  const Day reference = std::min(request.period.last, request.today);
  for (const auto& month : months_of_year(reference)) {
    if (month.first > reference) break;
    auto wanted = request;
    wanted.period = month;
    wanted.details = false;
    m_months.push_back(month);
    m_reports.emplace_back(std::move(wanted), book, surroundings);
  }
}

std::optional<DayRange> TrendBuilder::household_days() const {
  std::optional<DayRange> days;
  for (const auto& report : m_reports) days = spanned(days, report.household_days());
  return days;
}

std::optional<DayRange> TrendBuilder::worker_days() const {
  std::optional<DayRange> days;
  for (const auto& report : m_reports) days = spanned(days, report.worker_days());
  return days;
}

void TrendBuilder::add(const GridFacts& grid) {
  for (auto& report : m_reports) report.add(grid);
}

void TrendBuilder::add(const WorkerFacts& worker) {
  for (auto& report : m_reports) report.add(worker);
}

Trend TrendBuilder::finish(const std::map<WorkerId, std::string>& worker_codes) && {
  std::vector<Report> reports;
  for (auto& report : m_reports) reports.push_back(std::move(report).finish(worker_codes));
  Trend trend{std::move(m_months), {}};
  if (reports.empty()) return trend;
  for (const auto& rule : reports.back().rules) {
    RuleTrend line{rule, {}};
    for (const auto& report : reports) line.months.push_back(standing_of(report, rule));
    trend.rules.push_back(std::move(line));
  }
  return trend;
}

}  // namespace gridvisit::compliance
