#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/household_months.hpp"
#include "gridvisit/compliance/trend.hpp"

/// What a page shows of a period besides the report itself: the same engine, asked for more.
namespace gridvisit::compliance {

struct Overview {
  Trend trend;
  Report by_grid;                         ///< the same period and scope, a row a grid
  std::vector<HouseholdYear> households;  ///< of the one grid that the report is on; else empty
};

/// Takes the facts that the report is made from, one grid or worker at a time.
class OverviewBuilder {
 public:
  /// `grid`: the only one that the report is on. `book` and `surroundings` must outlive the
  /// builder.
  OverviewBuilder(const ReportRequest& request, std::optional<AreaId> grid, const PolicyBook& book,
                  const Surroundings& surroundings);

  /// Days for which visits must be loaded besides those that the report needs.
  std::optional<DayRange> household_days() const;
  std::optional<DayRange> worker_days() const { return m_trend.worker_days(); }

  void add(const GridFacts& grid);
  void add(const WorkerFacts& worker) { m_trend.add(worker); }
  /// `worker_codes`: of every worker added or responsible.
  Overview finish(const std::map<WorkerId, std::string>& worker_codes) &&;

 private:
  TrendBuilder m_trend;
  ReportBuilder m_by_grid;
  std::optional<MonthlyView> m_months;
  std::vector<HouseholdYear> m_households;
};

}  // namespace gridvisit::compliance
