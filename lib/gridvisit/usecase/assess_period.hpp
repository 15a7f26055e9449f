#pragma once

#include <optional>
#include <string>

#include "gridvisit/compliance/overview.hpp"
#include "gridvisit/report/names.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// What to report on, by the codes that people type; an empty code or rule restricts nothing.
struct AssessmentRequest {
  Period period;
  Day today;
  compliance::RowsBy by = compliance::RowsBy::worker;
  std::string area_kind;  ///< with RowsBy::area
  std::string area;
  std::string worker;  ///< with RowsBy::worker only
  std::string rule;
  bool details = false;   ///< list the households still owed
  bool overview = false;  ///< also what a page shows besides
  /// Only what was recorded before this instant; nothing: all.
  std::optional<std::chrono::sys_seconds> recorded_before;
};

struct Assessment {
  compliance::Report report;
  std::optional<compliance::Overview> overview;
  report::Names names;
  store::AuditEntry head;  ///< the version of the data it was made from
};

/// Judges a period from one consistent view of the data, grid by grid and worker by worker: only
/// the grids and workers that the request speaks of are loaded, one at a time.
/// Error(not_found) for an unknown code, kind or rule; Error(refused) for a period to come.
Assessment assess_period(const store::Session& session, const AssessmentRequest& request);

}  // namespace gridvisit::usecase
