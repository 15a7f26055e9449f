#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/register_records.hpp"
#include "gridvisit/store/store.hpp"

/// The register as lines for lists and records, in natural order of codes.
namespace gridvisit::usecase {

/// What a list is narrowed to, by codes; every field narrows it further.
struct RegisterFilter {
  std::optional<std::string> area;    ///< in it or below it
  std::optional<std::string> worker;  ///< whose it is, or in whose grids on the day
  std::optional<std::string> household;
  std::optional<std::string> tag;  ///< a category or a group of categories
  report::Shown shown;
  l10n::Language language = l10n::Language::en;  ///< of the names of categories
};

/// Every area before those below it.
std::vector<report::AreaLine> area_lines(const store::Session& session,
                                         const RegisterFilter& filter);
/// With an area: those who have a grid in it on the day.
std::vector<report::WorkerLine> worker_lines(const store::Session& session,
                                             const RegisterFilter& filter);
std::vector<report::AssignmentLine> assignment_lines(const store::Session& session,
                                                     const RegisterFilter& filter);
std::vector<report::LeaveLine> leave_lines(const store::Session& session,
                                           const RegisterFilter& filter);
/// One line for each residence shown.
std::vector<report::HouseholdLine> household_lines(const store::Session& session,
                                                   const RegisterFilter& filter);
std::vector<report::TagLine> tag_lines(const store::Session& session, const RegisterFilter& filter);
std::vector<report::PatrolLine> patrol_lines(const store::Session& session,
                                             const RegisterFilter& filter, const DayRange& days);

report::AreaRecord area_record(const store::Session& session, std::string_view code, Day today);
report::WorkerRecord worker_record(const store::Session& session, std::string_view code, Day today);
report::HouseholdRecord household_record(const store::Session& session, std::string_view code,
                                         Day today, l10n::Language language);

}  // namespace gridvisit::usecase
