#pragma once

#include <optional>
#include <string>

#include "gridvisit/usecase/record_visit.hpp"

/// Corrections: new records that cancel old ones, which stay in the history.
namespace gridvisit::usecase {

/// Who corrects, and why. The reason is required.
struct Correction {
  std::string by;  ///< worker code, or the operating system's user
  std::string reason;
  bool own_only = false;  ///< Error(permission) for a visit of another
};

/// What an amended visit says instead; an empty field stays as it was.
struct VisitChanges {
  std::string household;
  std::optional<Day> day;
  std::optional<TimeOfDay> time;
  std::optional<Mode> mode;
  std::optional<Outcome> outcome;
  std::optional<std::string> note;
};

struct CorrectedVisit {
  Visit old;
  Visit now;  ///< of amend_visit; number 0 in a dry run
  Household household;
  Worker worker;
  bool in_own_grid = false;  ///< the household lives in a grid of the worker who corrects
  std::vector<Message> warnings{};
};

/// Voids a visit and puts the corrected one on record in its place. Error(not_found) for an
/// unknown number; Error(refused) if it is voided already, nothing would change, or no reason is
/// given.
CorrectedVisit amend_visit(store::Session& session, VisitId id, const VisitChanges& changes,
                           const Correction& correction, const Occasion& occasion);

/// Cancels a visit for good.
CorrectedVisit void_visit(store::Session& session, VisitId id, const Correction& correction,
                          const Occasion& occasion);

/// Voids the worker's last visit, if it was recorded at `since` or later; Error(refused) if not.
CorrectedVisit undo_last(store::Session& session, const std::string& worker,
                         std::chrono::sys_seconds since, const Correction& correction,
                         const Occasion& occasion);

}  // namespace gridvisit::usecase
