#pragma once

#include <string_view>

#include "gridvisit/report/register_cells.hpp"

#include "command.hpp"
#include "context.hpp"

/// The one rule for personal data in what a command prints. It is masked, unless --unmask gives a
/// reason, which is put on record first; only the worker's daily commands show names, addresses
/// and notes of the worker's own grids without, and that only on a terminal: what goes to a file
/// or another program leaves.
namespace gridvisit::cli {

inline constexpr Option k_unmask{
    "unmask", '\0', {}, translatable("show names, phones, addresses and notes in full")};
inline constexpr Option k_reason{"reason", '\0', translatable("TEXT"),
                                 translatable("why --unmask is needed; goes on record")};

/// Masked unless --unmask; then the reason is put on record, with `where` it was asked for, before
/// anything is shown. A dry run puts nothing on record and shows nothing.
report::PersonalData personal_data(const Arguments& arguments, Context& context,
                                   std::string_view where);

/// The same for what is the worker's own.
report::PersonalData own_personal_data(const Arguments& arguments, Context& context,
                                       std::string_view where);

/// How a household of the worker's own grids is named in an answer that has no --unmask.
report::PersonalData own_personal_data(const Context& context);

/// What is left of it for a household of another grid.
report::PersonalData of_others(report::PersonalData data);

}  // namespace gridvisit::cli
