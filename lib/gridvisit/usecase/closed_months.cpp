#include "gridvisit/usecase/closed_months.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/assess_period.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::RowsBy;

report::ClosedMonth described(const store::Closing& closing) {
  return {closing.month, closing.at, closing.by, closing.today,
          short_head(store::HeadName{closing.head, closing.head_hash})};
}

bool is_by(const compliance::Figure& figure, RowsBy by) {
  return std::holds_alternative<AreaId>(figure.subject) == (by == RowsBy::grid);
}

/// The month as it would be closed now, by the closing's own day.
Assessment assess_again(const store::Session& session, const store::Closing& closing, RowsBy by,
                        std::optional<std::chrono::sys_seconds> recorded_before) {
  AssessmentRequest request;
  request.period = closing.month;
  request.today = closing.today;
  request.by = by;
  request.recorded_before = recorded_before;
  return assess_period(session, request);
}

std::vector<compliance::FigureChange> changes_in(const store::Session& session,
                                                 const store::Closing& closing, RowsBy by,
                                                 const compliance::Report& now) {
  compliance::FigureComparison comparison{now};
  session.closings().each_figure(closing.id, [&](const compliance::Figure& kept) {
    if (is_by(kept, by)) comparison.add(kept);
  });
  return std::move(comparison).finish();
}

/// Whether nothing was written since but the closing itself.
bool is_newest(const store::Session& session, const store::Closing& closing) {
  return session.audit().head().sequence == closing.head + 1;
}

/// Whom and what the changes are of.
struct ChangedRows {
  std::set<WorkerId> workers;
  std::set<AreaId> grids;

  explicit ChangedRows(const std::vector<compliance::FigureChange>& changes) {
    for (const auto& change : changes) {
      if (const auto* worker = std::get_if<WorkerId>(&change.subject)) workers.insert(*worker);
      if (const auto* grid = std::get_if<AreaId>(&change.subject)) grids.insert(*grid);
    }
  }

  bool may_count(const store::Session& session, const VisitDraft& said) const {
    return workers.contains(said.worker) ||
           std::ranges::any_of(session.households().residences_of(said.household),
                               [&](const Residence& home) { return grids.contains(home.grid); });
  }
};

/// A rule of any period may have counted visits from the week on in which the year began.
DayRange days_counted(const Period& month) {
  const auto year = period_containing(PeriodKind::year, month.first);
  return {period_containing(PeriodKind::week, year.first).first, month.last};
}

std::vector<report::LateVisit> late_visits(const store::Session& session,
                                           const store::Closing& closing, const ChangedRows& rows) {
  store::VisitFilter filter;
  filter.days = days_counted(closing.month);
  filter.written_after = closing.head;
  filter.voided_too = true;
  filter.order = store::VisitOrder::number;
  std::vector<report::LateVisit> late;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    const auto& said = record.visit.said;
    if (rows.may_count(session, said))
      late.push_back({record.visit, record.voided, session.households().code_of(said.household),
                      session.workers().get(said.worker).code});
    return true;
  });
  return late;
}

std::vector<report::LateEntry> late_entries(const store::Session& session,
                                            const store::Closing& closing) {
  std::vector<report::LateEntry> late;
  session.audit().each_change_of_ground(closing.head, [&](const store::AuditEntry& entry) {
    late.push_back({entry.sequence, entry.at, entry.worker.empty() ? entry.actor : entry.worker,
                    entry.operation, entry.reference});
    return true;
  });
  return late;
}

void add_changes(const store::Session& session, const store::Closing& closing, RowsBy by,
                 report::MonthDifference& difference) {
  auto now = assess_again(session, closing, by, std::nullopt);
  for (auto& change : changes_in(session, closing, by, now.report))
    difference.changes.push_back(std::move(change));
  difference.names.workers.merge(now.names.workers);
  difference.names.areas = std::move(now.names.areas);
  if (by == RowsBy::worker) difference.rules = std::move(now.report.rules);
}

}  // namespace

std::vector<report::ClosedMonth> closed_months(const store::Session& session) {
  std::vector<report::ClosedMonth> months;
  for (const auto& closing : session.closings().all()) months.push_back(described(closing));
  return months;
}

std::optional<store::Closing> last_closing(const store::Session& session, const Period& month,
                                           std::optional<std::chrono::sys_seconds> before) {
  std::optional<store::Closing> last;
  for (auto& closing : session.closings().all())
    if (closing.month == month && (!before || closing.at < *before)) last = std::move(closing);
  return last;
}

report::MonthDifference compare_month(const store::Session& session, const Period& month) {
  const auto closing = last_closing(session, month);
  if (!closing)
    throw Error{ErrorKind::not_found, message("{0} was never closed.", to_string(month)),
                message("`gridvisit month close {0}` keeps its figures; `gridvisit month list` "
                        "shows the months that are closed.",
                        to_string(month))};
  report::MonthDifference difference;
  difference.closing = described(*closing);
  difference.data_version = short_head(session.audit().head());
  for (const auto by : {RowsBy::worker, RowsBy::grid})
    add_changes(session, *closing, by, difference);
  if (difference.changes.empty()) return difference;
  difference.visits = late_visits(session, *closing, ChangedRows{difference.changes});
  difference.entries = late_entries(session, *closing);
  return difference;
}

std::optional<report::ClosingStatement> closing_statement(
    const store::Session& session, const Period& month,
    std::optional<std::chrono::sys_seconds> recorded_before) {
  const auto closing = last_closing(session, month, recorded_before);
  if (!closing) return std::nullopt;
  report::ClosingStatement statement{described(*closing)};
  if (is_newest(session, *closing)) return statement;
  statement.differs =
      std::ranges::any_of(std::array{RowsBy::worker, RowsBy::grid}, [&](const RowsBy by) {
        const auto now = assess_again(session, *closing, by, recorded_before);
        return !changes_in(session, *closing, by, now.report).empty();
      });
  return statement;
}

}  // namespace gridvisit::usecase
