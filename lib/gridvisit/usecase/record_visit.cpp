#include "gridvisit/usecase/record_visit.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"
#include "gridvisit/usecase/visit_identity.hpp"

namespace gridvisit::usecase {
namespace {

void check_day(const store::Session& session, const VisitDraft& draft, Day today) {
  if (draft.day > today)
    throw Error{
        ErrorKind::refused,
        message("{0} is in the future; today is {1}.", to_string(draft.day), to_string(today)),
        message("Log the visit when it has been made.")};
  const auto residences = session.households().residences_of(draft.household);
  const auto code = [&] { return session.households().code_of(draft.household); };
  if (residences.empty())
    throw Error{ErrorKind::refused, message("{0} has no residence on record.", code()),
                message("Ask whoever keeps the register to add one.")};
  const auto first = std::ranges::min(residences, {}, [](const auto& r) { return r.days.first; });
  const auto last = std::ranges::max(residences, {}, [](const auto& r) { return r.days.last; });
  if (draft.day < first.days.first)
    throw Error{ErrorKind::refused,
                message("{0} moved in on {1}, after {2}.", code(), to_string(first.days.first),
                        to_string(draft.day)),
                message("Check the day, or have the residence corrected.")};
  if (draft.day > last.days.last)
    throw Error{ErrorKind::refused,
                message("{0} moved out on {1}, before {2}.", code(), to_string(last.days.last),
                        to_string(draft.day)),
                message("Check the day, or have the residence corrected.")};
}

bool is_in_post(const store::Session& session, WorkerId worker, Day day) {
  const auto covers = [&](const auto& record) { return record.days.contains(day); };
  return std::ranges::any_of(session.workers().assignments_of(worker), covers) &&
         std::ranges::none_of(session.workers().leaves_of(worker), covers);
}

/// The visits to the household that day that are not voided.
std::vector<Visit> visits_of_day(const store::Session& session, HouseholdId household, Day day) {
  std::vector<Visit> visits;
  if (!session.visits().any_on(household, day)) return visits;  // as a rule
  store::VisitFilter filter;
  filter.household = household;
  filter.days = {day, day};
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    visits.push_back(record.visit);
    return true;
  });
  return visits;
}

std::optional<Visit> same_on_record(const store::Session& session, const VisitDraft& draft) {
  for (const auto& known : visits_of_day(session, draft.household, draft.day))
    if (says_the_same(known.said, draft)) return known;
  return std::nullopt;
}

VisitDraft draft_of(const VisitTold& told, const Household& household, const Worker& worker) {
  return {.household = household.id,
          .worker = worker.id,
          .day = told.day,
          .time = told.time,
          .mode = told.mode,
          .outcome = told.outcome,
          .note = field_text(translatable("The note"), told.note, Lines::many),
          .replaces = {}};
}

}  // namespace

std::vector<Message> check_visit(const store::Session& session, const VisitDraft& draft,
                                 const Occasion& occasion) {
  const auto today = occasion.now.today;
  check_day(session, draft, today);
  std::vector<Message> warnings;
  if (!is_in_post(session, draft.worker, draft.day))
    warnings.push_back(message("{0} was not in post on {1}: the visit counts for the household.",
                               session.workers().get(draft.worker).code, to_string(draft.day)));
  if (const auto days = (today - draft.day).count(); days > occasion.late_after_days)
    warnings.push_back(message("Logged late; days since the visit: {0}.", days));
  for (const auto& other : visits_of_day(session, draft.household, draft.day))
    if (other.id != draft.replaces) {
      warnings.push_back(
          message("Visit {0} was made to the same household on the same day.", other.id.value));
      break;
    }
  return warnings;
}

RecordedVisit record_visit(store::Session& session, const VisitTold& told,
                           const Occasion& occasion) {
  const auto& reader = session;
  const auto worker = worker_coded(reader, told.worker);
  const auto grids = grids_held(reader, worker.id, occasion.now.today);
  const auto household = find_household(reader, told.household, grids);
  const auto draft = draft_of(told, household, worker);
  // Read before: GCC 12 destroys parts twice when a later initialiser of an aggregate throws.
  const bool in_own_grid = lives_in(reader, household.id, grids);
  RecordedVisit recorded{.visit = {{}, draft, occasion.now.instant},
                         .household = household,
                         .worker = worker,
                         .in_own_grid = in_own_grid};
  if (const auto known = same_on_record(reader, draft)) {
    recorded.visit = *known;
    recorded.already_saved = true;
  } else {
    recorded.warnings = check_visit(reader, draft, occasion);
    recorded.visit.recorded_at = free_instant(reader, draft, occasion.now.instant);
    recorded.visit.id = session.visits().add(draft, recorded.visit.recorded_at);
  }
  // Reckoned before the commit, so that nothing can fail between "saved" and the answer.
  const auto norms = norms_of(reader);
  recorded.standings = worker_standings(reader, norms, worker.id, occasion.now.today);
  recorded.owed = owed_by(reader, norms, household.id, occasion.now.today);
  if (!recorded.already_saved && !occasion.dry_run)
    session.commit({"add", std::to_string(recorded.visit.id.value)});
  return recorded;
}

}  // namespace gridvisit::usecase
