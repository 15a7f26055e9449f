#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/explain.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// One visit that was looked at for a rule.
struct ExplainedVisit {
  VisitId visit;
  Day day;
  std::string household;  ///< codes
  std::string worker;
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  compliance::Reason reason = compliance::Reason::counted;
  std::optional<std::string> void_reason;  ///< it is voided, and counts for nothing
};

/// One round through the grid that a patrol rule looked at.
struct ExplainedPatrol {
  Day day;
  HalfDay half = HalfDay::am;
  std::string worker;  ///< code
};

/// An assignment or leave that days in post are reckoned from.
struct ExplainedPost {
  std::string grid;  ///< code; empty: leave
  compliance::PostSpan span;
};

/// How one rule comes to its verdict for one subject in one period.
struct Explanation {
  Rule rule;
  compliance::Window window;
  Day today;
  std::string code;  ///< of the worker, household or grid
  std::string name;  ///< of the worker or grid
  std::vector<ExplainedVisit> visits;
  std::vector<ExplainedPatrol> patrols;  ///< by day; of a rule about grids
  std::vector<compliance::PatrolDay> patrol_days;
  std::vector<ExplainedPost> posts;           ///< of a rule about workers
  std::vector<compliance::YearMonth> months;  ///< of a rule averaged over the year
  /// Whether the household had a residence where the rule holds, on the reference day.
  bool lives_there = true;
  /// At most one of the three; none: the rule does not apply to the subject in the period.
  std::optional<compliance::HouseholdJudgement> household;
  std::optional<compliance::WorkerJudgement> worker;
  std::optional<compliance::GridJudgement> grid;
  std::optional<compliance::YearStanding> year;
  std::string data_version;
  std::optional<Day> known_on{};  ///< only what was recorded up to the end of this day
};

Document explanation_document(const Explanation& explanation, l10n::Language language);

}  // namespace gridvisit::report
