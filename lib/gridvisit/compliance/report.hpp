#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gridvisit/compliance/judge.hpp"

/// A report on one period, row by row: added up from the judgements of judge.hpp.
namespace gridvisit::compliance {

/// What the rows of a report are. `area` rows are the areas of one kind; grids are the leaves.
enum class RowsBy { worker, grid, area };

struct ReportRequest {
  Period period;  ///< a month or a year
  Day today;
  RowsBy by = RowsBy::worker;
  std::string area_kind;           ///< with RowsBy::area
  std::optional<AreaId> area;      ///< only this area's grids and their workers
  std::optional<WorkerId> worker;  ///< only this worker's row
  bool details = false;            ///< list the households still owed
};

struct WorkerResult {
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;  ///< summed over the rule's periods
  std::int64_t required = 0;
  std::optional<YearStanding> year;  ///< if the rule is averaged
};
struct GridResult {
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};
/// Of the workers (or grids) with a verdict other than exempt, how many met the rule.
struct MetOf {
  Ratio met;
};

/// How a rule stands in a row; household rules have a Tally. Empty: the rule does not apply.
using RuleResult = std::variant<std::monostate, WorkerResult, Tally, GridResult, MetOf>;

struct Row {
  std::variant<std::monostate, WorkerId, AreaId> subject;  ///< monostate: "-", nobody
  std::vector<AreaId> grids;        ///< worker rows: responsible for them on the reference day
  std::vector<RuleResult> results;  ///< one for each rule of the report, in its order
};

/// A household whose obligation is not met: due or missed.
struct Owed {
  HouseholdId household;
  AreaId grid;
  std::optional<WorkerId> responsible;
  std::size_t rule = 0;  ///< index into Report::rules
  Period period;
  Verdict verdict = Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};

struct Report {
  Period period;
  Day reference;
  Day today;
  RowsBy by = RowsBy::worker;
  std::string area_kind;
  std::string policy_name;
  Day policy_from;
  std::vector<Rule> rules;
  std::vector<Row> rows;          ///< natural order of codes, "-" last
  std::vector<RuleResult> total;  ///< distinct households once; MetOf for worker and grid rules
  std::vector<Owed> owed;         ///< with details: by grid, then rule; codes order them later
};

/// Adds up a report. Grids and workers may come in any order; nothing of them is kept but sums.
/// Row subjects are settled by finish(): every worker or area that must have a row gets one.
class ReportBuilder {
 public:
  /// `book` and `surroundings` must outlive the builder.
  ReportBuilder(ReportRequest request, const PolicyBook& book, const Surroundings& surroundings);

  /// Days for which visits must be loaded, or nothing where no rule asks for them.
  std::optional<DayRange> household_days() const;
  std::optional<DayRange> worker_days() const;

  void add(const GridFacts& grid);
  void add(const WorkerFacts& worker);
  /// `worker_codes`: of every worker added or responsible, for the order of the rows.
  Report finish(const std::map<WorkerId, std::string>& worker_codes) &&;

 private:
  ReportRequest m_request;
  const PolicyBook* m_book;
  const Surroundings* m_surroundings;
  std::vector<RuleWindows> m_rules;
  Day m_reference;
  std::map<std::variant<std::monostate, WorkerId, AreaId>, Row> m_rows;
  std::vector<RuleResult> m_total;
  std::vector<Owed> m_owed;
};

}  // namespace gridvisit::compliance
