#pragma once

#include <optional>
#include <vector>

#include "gridvisit/compliance/report.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/names.hpp"

namespace gridvisit::report {

/// Something that a rule asks for and that was not done.
struct Shortfall {
  std::string code;  ///< of the row
  std::string name;
  std::string rule;
  Word what;  ///< missed or behind
  std::int64_t done = 0;
  std::int64_t required = 0;
};

/// What a report by worker has missed. A rule that is averaged over the year is missed by its year
/// only; with `pace`, being behind it is a shortfall too.
std::vector<Shortfall> shortfalls_of(const compliance::Report& report, const Names& names,
                                     bool pace);

Document check_list(const compliance::Report& report, const std::vector<Shortfall>& shortfalls,
                    const std::optional<Day>& known_on, l10n::Language language);

}  // namespace gridvisit::report
