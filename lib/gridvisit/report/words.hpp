#pragma once

#include <string>
#include <vector>

#include "gridvisit/compliance/verdict.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/policy/rule.hpp"
#include "gridvisit/report/document.hpp"

/// The words of closed sets as cells, and the names that data has in both languages.
namespace gridvisit::report {

Word word_of(compliance::Verdict verdict);
Word word_of(Mode mode);
Word word_of(Outcome outcome);
/// `month`, for people "every month".
Word word_of(PeriodKind kind);
/// `on_pace` or `behind`: whether a year's average is kept so far.
Word pace_word(bool on_pace);

/// Short, for the heads of narrow columns: Jan, 1月.
TextId month_name(Day day);

/// What a rule is called: its title in the language, else in the other, else its id.
std::string title_of(const Rule& rule, l10n::Language language);
/// `door phone`, or "any" where every mode will do; none at all: each obligation its own way.
Cell modes_cell(const std::vector<Mode>& modes, l10n::Language language);
/// The same for machines.
std::vector<std::string> mode_names(const std::vector<Mode>& modes);
std::string name_of(const Category& category, l10n::Language language);

}  // namespace gridvisit::report
