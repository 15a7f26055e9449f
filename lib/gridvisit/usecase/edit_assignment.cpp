#include "gridvisit/usecase/edit_assignment.hpp"

#include <array>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using std::chrono::days;

std::string reference(const Post& post) {
  return post.worker + " " + post.grid;
}

Assignment resolved(const store::Session& session, const NewAssignment& wanted) {
  return {{},
          worker_coded(session, wanted.post.worker).id,
          grid_coded(session, wanted.post.grid).id,
          wanted.role,
          wanted.days};
}

Assignment assignment_on(const store::Session& session, const Post& post, const DayChoice& choice) {
  const auto worker = worker_coded(session, post.worker);
  const auto grid = area_coded(session, post.grid);
  auto held = session.workers().assignments_of(worker.id);
  std::erase_if(held, [&](const Assignment& one) { return one.grid != grid.id; });
  return record_on(
      held, choice,
      message("Worker {0} has no such assignment on grid {1}.", post.worker, post.grid));
}

bool stand_against(const Assignment& known, const Assignment& wanted) {
  if (!known.days.overlaps(wanted.days)) return false;
  if (known.worker == wanted.worker) return known.role != wanted.role;
  return known.role == Role::responsible && wanted.role == Role::responsible;
}

/// Takes the days of `wanted` out of `known`, and writes down what is left of it.
void give_way(store::Session& session, Assignment known, const Assignment& wanted,
              HandOver& result) {
  const bool begins_before = known.days.first < wanted.days.first;
  const bool goes_on_after = known.days.last > wanted.days.last;
  if (!begins_before && !goes_on_after) {
    const auto worker = session.workers().get(known.worker);
    throw Error{ErrorKind::refused,
                message("Nothing would be left of the assignment of worker {0} ({1}).", worker.code,
                        spoken_days(known.days)),
                message("If it was a mistake, change it with `gridvisit assign edit {0} GRID "
                        "--worker WORKER`; else begin on a later day.",
                        worker.code)};
  }
  auto rest = known;
  if (begins_before) known.days.last = wanted.days.first - days{1};
  if (!begins_before) known.days.first = wanted.days.last + days{1};
  session.workers().update(known);
  result.gave_way.push_back(known);
  if (!begins_before || !goes_on_after) return;
  rest.days.first = wanted.days.last + days{1};
  rest.id = session.workers().add(rest);
  result.resumed.push_back(rest);
}

}  // namespace

Assignment add_assignment(const Desk& desk, const NewAssignment& wanted) {
  return keep(desk, {"assign add", reference(wanted.post)}, [&](store::Session& session) {
    auto assignment = resolved(session, wanted);
    check_assignment(session, assignment);
    assignment.id = session.workers().add(assignment);
    return assignment;
  });
}

HandOver hand_over(const Desk& desk, const NewAssignment& wanted) {
  return keep(desk, {"assign add --replace", reference(wanted.post)}, [&](store::Session& session) {
    HandOver result;
    result.made = resolved(session, wanted);
    const std::array grids{result.made.grid};
    for (const auto& known : session.workers().assignments_on(grids))
      if (stand_against(known, result.made)) give_way(session, known, result.made, result);
    check_assignment(session, result.made);
    result.made.id = session.workers().add(result.made);
    return result;
  });
}

Assignment edit_assignment(const Desk& desk, const Post& post, const DayChoice& choice,
                           const AssignmentEdit& edit) {
  return keep(desk, {"assign edit", reference(post)}, [&](store::Session& session) {
    auto assignment = assignment_on(session, post, choice);
    assignment.days = edited(assignment.days, edit.days);
    if (edit.role) assignment.role = *edit.role;
    if (edit.worker) assignment.worker = worker_coded(session, *edit.worker).id;
    if (edit.grid) assignment.grid = grid_coded(session, *edit.grid).id;
    check_assignment(session, assignment);
    session.workers().update(assignment);
    return assignment;
  });
}

Assignment end_assignment(const Desk& desk, const Post& post, Day last) {
  return keep(desk, {"assign end", reference(post)}, [&](store::Session& session) {
    auto assignment = assignment_on(session, post, {last, last});
    assignment.days.last = last;
    session.workers().update(assignment);
    return assignment;
  });
}

}  // namespace gridvisit::usecase
