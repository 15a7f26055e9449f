#include "gridvisit/usecase/edit_leave.hpp"

#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

Leave leave_on(const store::Session& session, std::string_view worker, const DayChoice& choice) {
  return record_on(session.workers().leaves_of(worker_coded(session, worker).id), choice,
                   message("Worker {0} has no such leave.", worker));
}

}  // namespace

Leave add_leave(const Desk& desk, std::string_view worker, const DayRange& days,
                std::string_view kind) {
  return keep(desk, {"leave add", std::string{worker}}, [&](store::Session& session) {
    Leave leave{{},
                worker_coded(session, worker).id,
                days,
                field_text(translatable("The kind of leave"), kind)};
    check_leave(session, leave);
    leave.id = session.workers().add(leave);
    return leave;
  });
}

Leave edit_leave(const Desk& desk, std::string_view worker, const DayChoice& choice,
                 const LeaveEdit& edit) {
  return keep(desk, {"leave edit", std::string{worker}}, [&](store::Session& session) {
    auto leave = leave_on(session, worker, choice);
    leave.days = edited(leave.days, edit.days);
    if (edit.kind) leave.kind = field_text(translatable("The kind of leave"), *edit.kind);
    check_leave(session, leave);
    session.workers().update(leave);
    return leave;
  });
}

Leave end_leave(const Desk& desk, std::string_view worker, Day last) {
  return keep(desk, {"leave end", std::string{worker}}, [&](store::Session& session) {
    auto leave = leave_on(session, worker, {last, last});
    leave.days.last = last;
    session.workers().update(leave);
    return leave;
  });
}

}  // namespace gridvisit::usecase
