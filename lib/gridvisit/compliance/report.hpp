#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/judge.hpp"
#include "gridvisit/compliance/results.hpp"

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

struct Row {
  RowSubject subject;
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
  std::vector<Rule> rules;        ///< as last in force; worker rules only in reports by worker
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
  std::optional<DayRange> household_days() const { return m_household_days; }
  std::optional<DayRange> worker_days() const { return m_worker_days; }
  /// Days on which the workers of the report are assigned: the year's months up to the reported.
  DayRange assignment_days() const;

  /// With an area restriction: grids of that area only.
  void add(const GridFacts& grid);
  /// Workers that have no row are passed over.
  void add(const WorkerFacts& worker);
  /// `worker_codes`: of every worker added or responsible, for the order of the rows.
  Report finish(const std::map<WorkerId, std::string>& worker_codes) &&;

 private:
  /// Versions of one rule, oldest first.
  using RuleVersions = std::vector<RuleWindows>;

  void place(std::vector<RuleWindows> rules);
  RuleResult blank(const Rule& rule) const;
  Row& row_of(const RowSubject& subject);
  /// The row that a grid's households and patrols fall to; nothing if none is to have them.
  Row* row_of(AreaId grid, std::optional<WorkerId> responsible);
  void note_responsible(const GridFacts& grid);
  void add_households(std::size_t rule, const GridFacts& grid);
  Tally tally(std::size_t rule, const BoundRule& version, const Window& window,
              const GridFacts& grid);
  void add_patrols(std::size_t rule, const GridFacts& grid);
  void add_quota(std::size_t rule, const WorkerFacts& worker, Row& row) const;
  std::optional<YearStanding> year_of(std::size_t rule, const WorkerFacts& worker) const;
  bool is_wanted(std::optional<WorkerId> worker) const;
  bool has_row(const WorkerFacts& worker) const;
  bool is_open(std::size_t rule) const;
  void complete_rows();
  void count_workers();
  std::string code_of(AreaId area) const;

  ReportRequest m_request;
  const PolicyBook* m_book;
  const Surroundings* m_surroundings;
  std::vector<RuleVersions> m_rules;  // in step with m_report.rules
  std::optional<DayRange> m_household_days;
  std::optional<DayRange> m_worker_days;
  std::map<RowSubject, Row> m_rows;
  Report m_report;
};

}  // namespace gridvisit::compliance
