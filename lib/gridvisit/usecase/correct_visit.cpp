#include "gridvisit/usecase/correct_visit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"
#include "gridvisit/usecase/visit_identity.hpp"

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
  throw Error{ErrorKind::refused, message("Visit {0} is void already.", id.value),
              record->replaced_by
                  ? message("Visit {0} stands in its place.", record->replaced_by->value)
                  : message("Log the visit again if it was made after all.")};
}

/// The visit as it is, with a warning if it is another's: correcting it may be right, but is worth
/// a look.
CorrectedVisit described(const store::Session& session, const Visit& old, HouseholdId household,
                         const Correction& correction, Day today) {
  CorrectedVisit corrected{.old = old,
                           .now = old,
                           .household = session.households().get(household),
                           .worker = session.workers().get(old.said.worker)};
  const auto who = session.workers().find(correction.by);
  if (correction.own_only && (!who || who->id != old.said.worker))
    throw Error{ErrorKind::permission,
                message("Visit {0} was logged for {1}.", old.id.value, corrected.worker.code),
                message("Whoever logged it can correct it, or a coordinator.")};
  if (!who) return corrected;
  corrected.in_own_grid = lives_in(session, household, grids_held(session, who->id, today));
  if (who->id != old.said.worker)
    corrected.warnings.push_back(message("Visit {0} was logged for {1}, not for {2}.", old.id.value,
                                         corrected.worker.code, who->code));
  return corrected;
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
  if (says_the_same(draft, old.said))
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
  auto warnings = check_visit(reader, draft, occasion);
  auto corrected = described(reader, old, draft.household, correction, occasion.now.today);
  std::ranges::move(warnings, std::back_inserter(corrected.warnings));
  corrected.now = {{}, draft, free_instant(reader, draft, occasion.now.instant)};
  if (occasion.dry_run) return corrected;
  session.visits().add(Void{id, occasion.now.instant, correction.by, reason});
  corrected.now.id = session.visits().add(draft, corrected.now.recorded_at);
  session.commit({"amend", std::to_string(id.value)});
  return corrected;
}

CorrectedVisit void_visit(store::Session& session, VisitId id, const Correction& correction,
                          const Occasion& occasion) {
  const auto& reader = session;
  const auto reason = reason_text(correction);
  const auto old = correctable(reader, id);
  auto corrected = described(reader, old, old.said.household, correction, occasion.now.today);
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
