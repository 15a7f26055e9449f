#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/figures.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/closed_month.hpp"
#include "gridvisit/report/names.hpp"

namespace gridvisit::report {

/// A visit that was recorded or voided after the month was closed.
struct LateVisit {
  Visit visit;
  std::optional<Void> voided;
  std::string household;  ///< codes
  std::string worker;
};

/// A change of the register, of a policy or of the holiday table after the month was closed.
struct LateEntry {
  std::int64_t sequence = 0;
  std::chrono::sys_seconds at;
  std::string by;  ///< code of the worker named, else the operating system's user
  std::string operation;
  std::string reference;
};

/// What has become of the figures of a closed month, and what may be behind it.
struct MonthDifference {
  ClosedMonth closing;
  std::string data_version;  ///< of the records that it is held against
  std::vector<compliance::FigureChange> changes;
  Names names;                     ///< of the changed rows
  std::vector<Rule> rules;         ///< that a title is known of
  std::vector<LateVisit> visits;   ///< that a changed row may count, by number
  std::vector<LateEntry> entries;  ///< oldest first; none if nothing has changed
};

Document month_difference(const MonthDifference& difference, l10n::Language language);

}  // namespace gridvisit::report
