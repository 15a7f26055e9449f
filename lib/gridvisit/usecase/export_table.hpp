#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "gridvisit/base/work.hpp"
#include "gridvisit/exchange/row_cells.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

enum class Personal { masked, unmasked };

struct ExportRequest {
  exchange::TableKind table = exchange::TableKind::visits;
  /// Visits and holidays of these days; assignments, residences and tags that share a day with
  /// them.
  DayRange days = {};
  /// Only what audit entries after this one added, changed or voided, as it stands now; a
  /// household with all its rows, a visit with the one that it replaces.
  std::optional<std::int64_t> since = {};
  Personal personal = Personal::masked;
  Onlooker onlooker = {};
};

/// Takes the cells of one row, in the order of the table's columns.
using CellSink = std::function<void(const exchange::Cells&)>;

/// Hands out a table as import takes it, row by row in bounded memory and always in the same
/// order; gives the number of rows. Visits that are void come too.
std::int64_t export_table(const store::Session& session, const ExportRequest& request,
                          const CellSink& sink);

/// Enters into the audit that `what` leaves (`visits to visits.csv, masked`). Committed before
/// anything leaves.
void record_export(store::Store& store, const store::Authorship& authorship,
                   const store::Operation& what);

}  // namespace gridvisit::usecase
