#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/store/store.hpp"
#include "gridvisit/usecase/standing.hpp"

namespace gridvisit::usecase {

/// A visit as a worker tells it.
struct VisitTold {
  std::string household;  ///< code, tail, name or address: find_household
  std::string worker;     ///< code
  Day day;
  std::optional<TimeOfDay> time;
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  std::string note;
};

/// What a writing use case must know of the moment.
struct Occasion {
  Now now;
  int late_after_days = 7;
  bool dry_run = false;  ///< check everything and save nothing
};

struct RecordedVisit {
  Visit visit;  ///< in a dry run with the number that it would have had
  Household household;
  Worker worker;
  bool in_own_grid = false;         ///< the household lives in a grid of the worker
  bool already_saved = false;       ///< the same visit was on record; nothing was added
  std::vector<Message> warnings{};  ///< accepted all the same
  /// How the worker and the household stand with this visit.
  std::vector<WorkerStanding> standings{};
  std::vector<report::OwedRule> owed{};
};

/// Puts a visit on record and commits. Error(refused) for a day to come or outside of the
/// household's residences, and for a note that can't be kept; Error(not_found) for unknown names.
/// The same visit told twice (same household, worker, day, time, mode, outcome and note, not
/// voided) is saved once: it could not change any figure.
RecordedVisit record_visit(store::Session& session, const VisitTold& told,
                           const Occasion& occasion);

/// The rules that every visit on record keeps, told with what to do. Returns the warnings: not in
/// post, late, and not the first visit to the household that day.
std::vector<Message> check_visit(const store::Session& session, const VisitDraft& draft,
                                 const Occasion& occasion);

}  // namespace gridvisit::usecase
