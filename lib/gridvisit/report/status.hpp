#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/report.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/due_list.hpp"

namespace gridvisit::report {

/// One worker's month and year at a glance.
struct Status {
  std::string worker;                  ///< code and name
  std::vector<std::string> grids;      ///< codes of the grids answered for
  compliance::Report report;           ///< of this month, by worker
  std::optional<compliance::Row> row;  ///< the worker's row in it; nothing: not in post this year
  std::map<Day, std::int64_t> days;    ///< of this month: how many households were called on
  std::optional<DueEntry> next;        ///< the first of the due list
  /// The first of those that are still asked for by a rule for tagged households, and how many
  /// there are.
  std::vector<DueEntry> special;
  std::size_t special_total = 0;
};

Document status_document(const Status& status, PersonalData data, l10n::Language language);

}  // namespace gridvisit::report
