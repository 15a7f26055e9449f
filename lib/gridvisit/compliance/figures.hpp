#pragma once

#include <functional>
#include <map>
#include <vector>

#include "gridvisit/compliance/report.hpp"

/// The figures of a report one by one, and what has become of those that were kept.
namespace gridvisit::compliance {

/// Row by row, in the order of the rules; where a rule does not apply there is none.
void each_figure(const Report& report, const std::function<void(const Figure&)>& see);

/// A figure that is not what it was; empty: it was not there, or is there no longer.
struct FigureChange {
  RowSubject subject;
  std::string rule;
  RuleResult was;
  RuleResult is;
};

/// Holds the figures that were kept, one at a time, against those of a report on the same period
/// and with rows of the same kind.
class FigureComparison {
 public:
  /// `now` must outlive it.
  explicit FigureComparison(const Report& now);

  void add(const Figure& kept);
  /// In the order of the report's rows and rules; figures that are gone come last.
  std::vector<FigureChange> finish() &&;

 private:
  /// Where a figure stands in the report.
  struct Place {
    std::size_t row = 0;
    std::size_t rule = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  const Report* m_now;
  std::map<RowSubject, std::size_t> m_rows;
  std::vector<std::vector<bool>> m_seen;  // by row and rule
  std::map<Place, RuleResult> m_changed;  // what was
  std::vector<FigureChange> m_gone;
};

}  // namespace gridvisit::compliance
