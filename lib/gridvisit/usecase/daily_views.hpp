#pragma once

#include <optional>
#include <string>

#include "gridvisit/report/due_explanation.hpp"
#include "gridvisit/report/household_card.hpp"
#include "gridvisit/report/journal.hpp"
#include "gridvisit/report/status.hpp"
#include "gridvisit/store/store.hpp"

/// What a worker looks at every day. Each is read from one consistent view of the data; an unknown
/// worker or household is Error(not_found).
namespace gridvisit::usecase {

/// The households of the worker's grids that owe a visit today, in the order of the model's
/// section 4; at most `limit`, or all if that is 0.
report::DueList due_list(const store::Session& session, const std::string& worker, Day today,
                         std::size_t limit);

/// Where the household stands in the list of the grid it lives in today, and why.
report::DueExplanation explain_due(const store::Session& session, const Household& household,
                                   Day today);

/// The worker's month and year, as the month's report by worker counts them.
report::Status worker_status(const store::Session& session, const std::string& worker, Day today);

/// The worker's visits of `days`, voided ones too; only those whose note, household code or name
/// contains `text`, if it is not empty.
report::Journal journal(const store::Session& session, const std::string& worker,
                        const DayRange& days, const std::string& text);

/// A household found by find_household, with its last `visits` visits.
report::HouseholdCard household_card(const store::Session& session, const Household& household,
                                     Day today, std::size_t visits);

}  // namespace gridvisit::usecase
