#pragma once

#include <string>

#include "gridvisit/usecase/correct_visit.hpp"
#include "gridvisit/usecase/record_visit.hpp"

#include "context.hpp"

/// What people are told of what was saved: the same in every command that saves it.
namespace gridvisit::cli {

/// Warnings, then at most three lines: what was saved with its number, how the month and the year
/// stand, and what the household still owes.
void say_recorded(const usecase::RecordedVisit& recorded, Context& context);

/// `G01-3-2-501 张明, door, met, 2026-10-05: the note`.
std::string told_in_full(const usecase::CorrectedVisit& corrected, const VisitDraft& said,
                         const Context& context);

/// What was voided, in full, and what stands in its place.
void say_voided(const usecase::CorrectedVisit& corrected, Context& context);

}  // namespace gridvisit::cli
