#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/household.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/policy/rule.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/register_cells.hpp"

namespace gridvisit::report {

/// A rule that a household has not met in the current period.
struct OwedRule {
  Rule rule;
  Period period;  ///< its last day is the deadline
  std::int64_t done = 0;
  std::int64_t required = 0;
};

struct DueEntry {
  Household household;
  std::string grid;            ///< code
  std::vector<OwedRule> owed;  ///< earliest deadline first, never empty
  std::optional<Day> last_counted;
};

/// Whom to visit next, most urgent first.
struct DueList {
  Day today;
  std::string worker;  ///< code and name
  std::size_t total = 0;
  std::vector<DueEntry> entries;  ///< the first of `total`
};

/// The modes that would settle every one of the obligations at once; none if there is no such.
std::vector<Mode> modes_settling(const std::vector<OwedRule>& owed);

/// `monthly contact; door visit 1/2`: the count only where more than one is asked for.
std::string owed_text(const std::vector<OwedRule>& owed, l10n::Language language);

Document due_document(const DueList& list, PersonalData data, l10n::Language language);

}  // namespace gridvisit::report
