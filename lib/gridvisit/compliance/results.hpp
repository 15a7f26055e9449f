#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "gridvisit/compliance/verdict.hpp"
#include "gridvisit/domain/ids.hpp"

/// What a report states of one rule for one subject: plain values, to be shown, kept and compared.
namespace gridvisit::compliance {

/// Sums over the rule's periods; a sum of several is open while the report's period is. A worker
/// who is not in scope but was earlier in the year is exempt, with the year's standing.
struct WorkerResult {
  Verdict verdict = Verdict::exempt;
  std::int64_t done = 0;
  std::int64_t required = 0;
  std::optional<YearStanding> year;  ///< if the rule is averaged

  friend bool operator==(const WorkerResult&, const WorkerResult&) = default;
};
struct GridResult {
  Verdict verdict = Verdict::exempt;
  std::int64_t done = 0;
  std::int64_t required = 0;

  friend bool operator==(const GridResult&, const GridResult&) = default;
};
/// Of the workers (or grids) with a verdict other than exempt, how many met the rule.
struct MetOf {
  Ratio met;

  friend bool operator==(const MetOf&, const MetOf&) = default;
};

/// How a rule stands in a row; household rules have a Tally. Empty: the rule does not apply.
using RuleResult = std::variant<std::monostate, WorkerResult, Tally, GridResult, MetOf>;

/// monostate: "-", nobody.
using RowSubject = std::variant<std::monostate, WorkerId, AreaId>;

/// One result of a report by worker or by grid: the subject tells which.
struct Figure {
  RowSubject subject;
  std::string rule;   ///< id
  RuleResult result;  ///< never empty

  friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace gridvisit::compliance
