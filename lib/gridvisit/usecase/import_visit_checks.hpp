#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"

namespace gridvisit::usecase {

/// What must hold for a visit that is new, and what is counted as unusual about it. What the
/// register says of a household or a worker is looked up once.
class VisitChecks {
 public:
  explicit VisitChecks(const ImportSite& site)
      : m_session{site.session}, m_request{site.request}, m_warnings{site.warnings} {}

  /// Not in the future, and within the days in which the household lived in the area.
  void check(const exchange::VisitRow& said, HouseholdId household, exchange::RowValues& values);
  /// Counts it if it was recorded late, or by a worker who was not in post.
  void count_unusual(const exchange::VisitRow& said, WorkerId worker);

 private:
  /// When a worker could be expected on visits.
  struct Duty {
    std::vector<DayRange> assigned;
    std::vector<DayRange> away;

    bool in_post(Day day) const;
  };

  void check_residence(const exchange::VisitRow& said, HouseholdId household,
                       exchange::RowValues& values);
  /// From the first to the last day of living in the area; nothing if it never did.
  std::optional<DayRange> residence_days(HouseholdId household);
  const Duty& duty_of(WorkerId worker);

  const store::Session& m_session;
  const ImportRequest& m_request;
  ImportWarnings& m_warnings;
  BoundedCache<HouseholdId, DayRange> m_residence_days;
  BoundedCache<WorkerId, Duty> m_duties;
};

}  // namespace gridvisit::usecase
