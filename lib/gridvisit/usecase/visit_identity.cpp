#include "gridvisit/usecase/visit_identity.hpp"

#include <set>

namespace gridvisit::usecase {

bool says_the_same(const VisitDraft& left, const VisitDraft& right) {
  return left.household == right.household && left.worker == right.worker &&
         left.day == right.day && left.time == right.time && left.mode == right.mode &&
         left.outcome == right.outcome && left.note == right.note;
}

std::chrono::sys_seconds free_instant(const store::Session& session, const VisitDraft& draft,
                                      std::chrono::sys_seconds at) {
  if (!session.visits().any_on(draft.household, draft.day)) return at;  // as a rule
  std::set<std::chrono::sys_seconds> taken;
  store::VisitFilter of_that_day;
  of_that_day.household = draft.household;
  of_that_day.days = {draft.day, draft.day};
  of_that_day.voided_too = true;
  session.visits().each(of_that_day, [&](const store::VisitRecord& record) {
    if (says_the_same(record.visit.said, draft)) taken.insert(record.visit.recorded_at);
    return true;
  });
  while (taken.contains(at)) at += std::chrono::seconds{1};
  return at;
}

VisitId highest_number(const store::Session& session) {
  VisitId highest;
  store::VisitFilter all;
  all.voided_too = true;
  all.order = store::VisitOrder::last_recorded;
  session.visits().each(all, [&](const store::VisitRecord& record) {
    highest = record.visit.id;
    return false;
  });
  return highest;
}

}  // namespace gridvisit::usecase
