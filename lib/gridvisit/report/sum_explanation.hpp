#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/explain.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// A household that a sum considered, in one period of the rule.
struct SummedHousehold {
  std::string code;
  std::string grid;  ///< code
  Period period;
  compliance::Standing standing = compliance::Standing::in_scope;
  std::optional<compliance::HouseholdJudgement> judged;
};

/// What was asked of a worker or grid, and what was done: one row of a sum.
struct SummedPart {
  std::string code;
  std::string name;
  Period period;
  compliance::Verdict verdict = compliance::Verdict::due;
  std::int64_t done = 0;
  std::int64_t required = 0;
};

/// How a figure comes about that adds up several households, workers, grids or periods.
struct SumExplanation {
  Rule rule;
  Period period;
  Day reference;
  Day today;
  std::string code;  ///< of the worker, household, grid or area; - is nobody
  std::string name;
  std::vector<SummedHousehold> households;  ///< by grid, code and period
  std::vector<SummedPart> parts;            ///< by code and period
  std::optional<compliance::Tally> tally;   ///< of household rules
  std::optional<SummedPart> sum;            ///< of one worker or grid over several periods
  std::optional<compliance::Ratio> met;     ///< of several workers or grids: met, of all who had to
  std::string data_version;
  std::optional<Day> known_on{};  ///< only what was recorded up to the end of this day
};

Document sum_explanation_document(const SumExplanation& explanation, l10n::Language language);

}  // namespace gridvisit::report
