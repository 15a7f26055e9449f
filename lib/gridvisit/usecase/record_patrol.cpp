#include "gridvisit/usecase/record_patrol.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

bool holds(const store::Session& session, const Patrol& patrol) {
  return std::ranges::any_of(session.workers().assignments_of(patrol.worker),
                             [&](const Assignment& held) {
                               return held.grid == patrol.grid && held.days.contains(patrol.day);
                             });
}

}  // namespace

std::optional<Patrol> patrol_on_record(const store::Session& session, const Patrol& like) {
  for (const auto& known : session.visits().patrols(like.grid, {like.day, like.day}))
    if (known.worker == like.worker && known.half == like.half) return known;
  return std::nullopt;
}

RecordedPatrol record_patrol(const Desk& desk, const NewPatrol& wanted, Day today) {
  if (wanted.day > today)
    throw Error{ErrorKind::refused, message("{0} is in the future.", to_string(wanted.day)),
                message("A patrol is recorded when it is done.")};
  const auto session = desk.store.write(desk.authorship);
  Patrol patrol{{},
                grid_coded(*session, wanted.grid).id,
                worker_coded(*session, wanted.worker).id,
                wanted.day,
                wanted.half,
                field_text(translatable("The note"), wanted.note, Lines::many)};
  const bool in_post = holds(*session, patrol);
  if (const auto known = patrol_on_record(*session, patrol)) return {*known, true, in_post};
  patrol.id = session->visits().add(patrol);
  if (!desk.dry_run) session->commit({"patrol add", wanted.grid});
  return {patrol, false, in_post};
}

}  // namespace gridvisit::usecase
