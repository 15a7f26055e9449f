#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "gridvisit/compliance/results.hpp"

/// A figure as the values that are stored and hashed: a contract, since closings
/// of old databases must read and verify for ever.
namespace gridvisit::store {

/// kind, verdict, first, second, third, fourth, year_verdict, year_done, year_required,
/// year_required_full, average_tenths, on_pace, needed (migrations/0004_closings.sql says more).
using FigureNumbers = std::array<std::optional<std::int64_t>, 13>;

/// At most one of worker and grid; neither: the households that nobody answers for.
struct StoredFigure {
  ClosingId closing;
  std::optional<WorkerId> worker;
  std::optional<AreaId> grid;
  std::string rule;
  FigureNumbers numbers;
};

/// The figure's result must not be empty.
StoredFigure to_stored(ClosingId closing, const compliance::Figure& figure);
/// Nothing for numbers that no result gives.
std::optional<compliance::Figure> to_figure(const StoredFigure& stored);

}  // namespace gridvisit::store
