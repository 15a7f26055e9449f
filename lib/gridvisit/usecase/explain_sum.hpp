#pragma once

#include "gridvisit/report/sum_explanation.hpp"
#include "gridvisit/usecase/explain_rule.hpp"

namespace gridvisit::usecase {

/// Whether what is asked for adds up several households, workers, grids or periods: the subject is
/// not of the rule's own kind, or the period is longer than the rule's own.
bool asks_for_sum(const store::Session& session, const ExplainRequest& request);

/// Everything that the figure of a report adds up, counted or not and why. The subject of a rule
/// may be an area, for household rules also a worker, for grids' rules too; `-` stands for the
/// grids that nobody answers for. Error(usage) where the rule can't apply to the subject.
report::SumExplanation explain_sum(const store::Session& session, const ExplainRequest& request);

}  // namespace gridvisit::usecase
