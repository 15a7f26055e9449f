#pragma once

#include <string_view>

#include "gridvisit/calendar/day_words.hpp"
#include "gridvisit/domain/visit.hpp"

/// Typed words as values of the domain. A word that is not understood is Error(usage) with the
/// words that are; a day that does not exist (30 February) is Error(refused).
namespace gridvisit::cli {

Day day_typed(std::string_view word, Day today);
std::vector<std::string> month_words();  ///< that stand for a month, besides its numbers
Period month_typed(std::string_view word, Day today);
Period year_typed(std::string_view word, Day today);
Mode mode_typed(std::string_view word);
Outcome outcome_typed(std::string_view word);
TimeOfDay time_typed(std::string_view word);
VisitId visit_typed(std::string_view word);
/// A whole number of at least `least`.
std::size_t count_typed(std::string_view word, std::size_t least);

}  // namespace gridvisit::cli
