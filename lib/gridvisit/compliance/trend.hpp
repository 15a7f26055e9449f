#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/report.hpp"

/// How the rules stood at the end of each month of a year: the totals of the twelve reports.
namespace gridvisit::compliance {

/// One rule through the months. Of household rules: met of all that were to be met. Of others:
/// done of required, over every worker or grid that had to. Nothing: the rule was not in force.
struct RuleTrend {
  Rule rule;  ///< as last in force
  std::vector<std::optional<Ratio>> months;
};

struct Trend {
  std::vector<Period> months;  ///< from January to the month of the reference day
  std::vector<RuleTrend> rules;
};

/// The days from the first of both to the last of both.
std::optional<DayRange> spanned(const std::optional<DayRange>& left,
                                const std::optional<DayRange>& right);

/// Adds up the months' reports side by side from the same facts. Nothing of the facts is kept.
class TrendBuilder {
 public:
  /// On the months of the year of `request`'s reference day up to it; its period and details are
  /// passed over. `book` and `surroundings` must outlive the builder.
  TrendBuilder(const ReportRequest& request, const PolicyBook& book,
               const Surroundings& surroundings);

  /// Days for which visits must be loaded, or nothing where no rule asks for them.
  std::optional<DayRange> household_days() const;
  std::optional<DayRange> worker_days() const;

  void add(const GridFacts& grid);
  void add(const WorkerFacts& worker);
  /// `worker_codes`: of every worker added or responsible.
  Trend finish(const std::map<WorkerId, std::string>& worker_codes) &&;

 private:
  std::vector<Period> m_months;
  std::vector<ReportBuilder> m_reports;  // in step
};

}  // namespace gridvisit::compliance
