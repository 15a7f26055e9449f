#include "gridvisit/compliance/overview.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::compliance {
namespace {

ReportRequest by_grid(ReportRequest request) {
  request.by = RowsBy::grid;
  request.area_kind.clear();
  request.details = false;
  return request;
}

}  // namespace

OverviewBuilder::OverviewBuilder(const ReportRequest& request, std::optional<AreaId> grid,
                                 const PolicyBook& book, const Surroundings& surroundings)
    : m_trend{request, book, surroundings}, m_by_grid{by_grid(request), book, surroundings} {
  const Day reference = std::min(request.period.last, request.today);
  if (grid) m_months.emplace(reference, book, surroundings);
}

std::optional<DayRange> OverviewBuilder::household_days() const {
  const auto trend = m_trend.household_days();
  return m_months ? spanned(trend, m_months->household_days()) : trend;
}

void OverviewBuilder::add(const GridFacts& grid) {
  m_trend.add(grid);
  m_by_grid.add(grid);
  if (m_months) std::ranges::move(m_months->households_of(grid), std::back_inserter(m_households));
}

Overview OverviewBuilder::finish(const std::map<WorkerId, std::string>& worker_codes) && {
  return {std::move(m_trend).finish(worker_codes), std::move(m_by_grid).finish(worker_codes),
          std::move(m_households)};
}

}  // namespace gridvisit::compliance
