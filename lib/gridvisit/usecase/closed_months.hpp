#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "gridvisit/report/month_difference.hpp"
#include "gridvisit/store/store.hpp"

/// What is on record of closed months, and how it compares with the records of today.
namespace gridvisit::usecase {

std::vector<report::ClosedMonth> closed_months(const store::Session& session);

/// The closing of the month that was made last, of those before the instant if there is one.
std::optional<store::Closing> last_closing(
    const store::Session& session, const Period& month,
    std::optional<std::chrono::sys_seconds> before = std::nullopt);

/// The last closing held against the records as they are. It is judged by the day that the closing
/// was judged by: what differs comes from records, never from the calendar. Error(not_found) if
/// the month was never closed.
report::MonthDifference compare_month(const store::Session& session, const Period& month);

/// What a report on the month is to say of its last closing; nothing if it is not closed. With
/// `recorded_before`, of what was known then.
std::optional<report::ClosingStatement> closing_statement(
    const store::Session& session, const Period& month,
    std::optional<std::chrono::sys_seconds> recorded_before);

}  // namespace gridvisit::usecase
