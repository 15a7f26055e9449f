#include "gridvisit/usecase/close_month.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/compliance/figures.hpp"
#include "gridvisit/usecase/assess_period.hpp"
#include "gridvisit/usecase/closed_months.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::RowsBy;

void require_over(const Period& month, Day today) {
  if (month.last < today) return;
  throw Error{
      ErrorKind::refused,
      message("{0} is not over: its last day is {1}.", to_string(month), to_string(month.last)),
      message("Close it from {0} on.", to_string(next(month).first))};
}

void require_reason_to_close(const store::Session& session, const Period& month, Again again) {
  if (!last_closing(session, month)) return;
  const auto difference = compare_month(session, month);
  const auto closed =
      message("{0} is closed since {1}.", to_string(month), to_string(difference.closing.at));
  if (difference.changes.empty())
    throw Error{ErrorKind::refused, closed, message("Its figures are as they were kept.")};
  if (again == Again::no)
    throw Error{ErrorKind::refused, closed,
                message("Later records changed its figures: `gridvisit month diff {0}` shows how; "
                        "--again closes it a second time, and keeps the first.",
                        to_string(month))};
}

std::int64_t keep_figures(store::Session& session, const store::Closing& closing, RowsBy by) {
  AssessmentRequest request;
  request.period = closing.month;
  request.today = closing.today;
  request.by = by;
  std::int64_t count = 0;
  compliance::each_figure(assess_period(session, request).report,
                          [&](const compliance::Figure& figure) {
                            session.closings().add(closing.id, figure);
                            ++count;
                          });
  return count;
}

}  // namespace

MonthClosing close_month(const Desk& desk, const Period& month, Day today, Again again) {
  require_over(month, today);
  return keep(desk, {"month close", to_string(month)}, [&](store::Session& session) {
    require_reason_to_close(session, month, again);
    const auto head = session.audit().head();
    const auto& author = desk.authorship;
    MonthClosing made{{{},
                       month,
                       author.at,
                       author.worker.empty() ? author.actor : author.worker,
                       today,
                       head.sequence,
                       head.hash}};
    made.closing.id = session.closings().add(made.closing);
    for (const auto by : {RowsBy::worker, RowsBy::grid})
      made.figures += keep_figures(session, made.closing, by);
    return made;
  });
}

}  // namespace gridvisit::usecase
