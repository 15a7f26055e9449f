#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/compliance/report.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// One worker's month and year at a glance.
struct Status {
  std::string worker;                  ///< code and name
  std::vector<std::string> grids;      ///< codes of the grids answered for
  compliance::Report report;           ///< of this month, by worker
  std::optional<compliance::Row> row;  ///< the worker's row in it; nothing: not in post this year
};

Document status_document(const Status& status, l10n::Language language);

}  // namespace gridvisit::report
