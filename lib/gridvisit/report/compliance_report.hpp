#pragma once

#include <optional>
#include <string>

#include "gridvisit/compliance/overview.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/closed_month.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/names.hpp"

namespace gridvisit::report {

/// What a report states besides its numbers (model, section 5).
struct Statement {
  std::string_view kind;        ///< month, year, rule: what was asked for
  std::string area;             ///< code of the area that it is restricted to; empty: none
  std::string worker;           ///< code of the worker that it is restricted to; empty: none
  std::string data_version;     ///< `seq:hash`
  std::optional<Day> known_on;  ///< only what was recorded up to the end of this day
  std::optional<ClosingStatement> closing{};     ///< of a month that is closed
  bool details = false;                          ///< list the households still owed
  l10n::Language language = l10n::Language::en;  ///< of names that the data has in two
};

/// The report for people (a table with a row a subject, notes, and with details the households
/// still owed) and for machines (tidy rows, nested JSON: cli.md has both shapes). With an overview
/// it has the figures of a page.
Document compliance_report(const compliance::Report& report, const Names& names,
                           const Statement& statement,
                           const std::optional<compliance::Overview>& overview = {});

}  // namespace gridvisit::report
