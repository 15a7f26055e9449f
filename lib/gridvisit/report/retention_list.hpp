#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/ids.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// For how many months personal data is kept; nothing: for ever.
struct RetentionRules {
  std::optional<int> notes_months;      ///< notes of visits and patrols, from their day
  std::optional<int> moved_out_months;  ///< all of households that moved out, from their last day
};

/// What is past its time.
struct RetentionDue {
  struct MovedOut {
    HouseholdId id;
    std::string code;
    Day last;
  };

  std::optional<Day> notes_before;
  std::int64_t notes = 0;
  std::optional<Day> moved_out_before;
  std::vector<MovedOut> households;  ///< in natural order of codes

  bool is_nothing() const { return notes == 0 && households.empty(); }
};

Document retention_list(const RetentionRules& rules, const RetentionDue& due);

}  // namespace gridvisit::report
