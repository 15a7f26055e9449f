#include "gridvisit/usecase/correct_visit.hpp"

#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

std::string reason_text(const Correction& correction) {
  auto reason = field_text(translatable("The reason"), correction.reason);
  if (reason.empty())
    throw Error{ErrorKind::refused, message("A reason is required."),
                message("Say why with --reason \"…\".")};
  return reason;
}

/// The visit to correct: on record and not voided.
Visit correctable(const store::Session& session, VisitId id) {
  const auto record = session.visits().find(id);
  if (!record)
    throw Error{ErrorKind::not_found, message("There is no visit {0}.", id.value),
                message("`gridvisit journal` shows the numbers.")};
  if (!record->voided) return record->visit;
  throw Error{ErrorKind::refused,
              message("Visit {0} is void already: {1}", id.value, record->voided->reason),
              record->replaced_by
                  ? message("Visit {0} stands in its place.", record->replaced_by->value)
                  : message("Log the visit again if it was made after all.")};
}

CorrectedVisit described(const store::Session& session, const Visit& old) {
  return {old,
          old,
          session.households().get(old.said.household),
          session.workers().get(old.said.worker),
          {}};
}

/// Correcting another's visit may be right, but is worth a look.
void warn_if_of_another(const store::Session& session, const Correction& correction,
                        CorrectedVisit& corrected) {
  const auto& owner = corrected.worker.code;
  if (owner == correction.by || !session.workers().find(correction.by)) return;
  corrected.warnings.push_back(message("Visit {0} was logged for {1}, not for {2}.",
                                       corrected.old.id.value, owner, correction.by));
}

bool is_unchanged(const VisitDraft& left, const VisitDraft& right) {
  return left.household == right.household && left.day == right.day && left.time == right.time &&
         left.mode == right.mode && left.outcome == right.outcome && left.note == right.note;
}

VisitDraft changed(const store::Session& session, const Visit& old, const VisitChanges& changes,
                   Day today) {
  auto draft = old.said;
  draft.replaces = old.id;
  if (!changes.household.empty())
    draft.household =
        find_household(session, changes.household, grids_held(session, old.said.worker, today)).id;
  draft.day = changes.day.value_or(draft.day);
  if (changes.time) draft.time = changes.time;
  draft.mode = changes.mode.value_or(draft.mode);
  draft.outcome = changes.outcome.value_or(draft.outcome);
  if (changes.note) draft.note = field_text(translatable("The note"), *changes.note, Lines::many);
  if (is_unchanged(draft, old.said))
    throw Error{ErrorKind::refused, message("Visit {0} says so already.", old.id.value),
                message("Name what is to change: --on, --mode, --note and others.")};
  return draft;
}

}  // namespace

CorrectedVisit amend_visit(store::Session& session, VisitId id, const VisitChanges& changes,
                           const Correction& correction, const Occasion& occasion) {
  const auto& reader = session;
  const auto reason = reason_text(correction);
  const auto old = correctable(reader, id);
  const auto draft = changed(reader, old, changes, occasion.now.today);
  auto corrected = described(reader, old);
  corrected.household = reader.households().get(draft.household);
  corrected.warnings = check_visit(reader, draft, occasion);
  warn_if_of_another(reader, correction, corrected);
  corrected.now = {{}, draft, occasion.now.instant};
  if (occasion.dry_run) return corrected;
  session.visits().add(Void{id, occasion.now.instant, correction.by, reason});
  corrected.now.id = session.visits().add(draft, occasion.now.instant);
  session.commit({"amend", std::to_string(id.value)});
  return corrected;
}

CorrectedVisit void_visit(store::Session& session, VisitId id, const Correction& correction,
                          const Occasion& occasion) {
  const auto& reader = session;
  const auto reason = reason_text(correction);
  auto corrected = described(reader, correctable(reader, id));
  warn_if_of_another(reader, correction, corrected);
  if (occasion.dry_run) return corrected;
  session.visits().add(Void{id, occasion.now.instant, correction.by, reason});
  session.commit({"void", std::to_string(id.value)});
  return corrected;
}

CorrectedVisit undo_last(store::Session& session, const std::string& worker,
                         std::chrono::sys_seconds since, const Correction& correction,
                         const Occasion& occasion) {
  const auto& reader = session;
  store::VisitFilter filter;
  filter.worker = worker_coded(reader, worker).id;
  filter.order = store::VisitOrder::last_recorded;
  std::optional<Visit> last;
  reader.visits().each(filter, [&](const store::VisitRecord& record) {
    last = record.visit;
    return false;
  });
  if (!last || last->recorded_at < since)
    throw Error{ErrorKind::refused, message("{0} has logged nothing today.", worker),
                message("An older visit is cancelled with `gridvisit void VISIT --reason …`.")};
  return void_visit(session, last->id, correction, occasion);
}

}  // namespace gridvisit::usecase
