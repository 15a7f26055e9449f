#pragma once

#include <string>

#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/record_visit.hpp"

#include "command.hpp"
#include "context.hpp"
#include "personal.hpp"

/// What several of the daily commands share.
namespace gridvisit::cli {

/// The code of the worker who types; Error(usage) that says how to tell.
std::string worker_who_types(const Context& context);

/// The grids of the worker who types; none if nobody said who.
std::vector<AreaId> own_grids(const store::Session& session, const Context& context);

/// How much of a household is shown to the worker who types, where `data` is what is shown of
/// those in the worker's own grids.
report::PersonalData shown_of(HouseholdId household, report::PersonalData data,
                              const store::Session& session, const std::vector<AreaId>& own);

usecase::Occasion occasion_of(const Context& context);

/// The last of --absent, --refused, --vacant and --met; Error(usage) for more than one.
std::optional<Outcome> outcome_given(const Arguments& arguments);

/// Options that say how a visit was made: --mode, --on, --at.
std::vector<Option> visit_options();

/// Words as one text; a single `-` is read from stdin, up to a limit (Error(refused) beyond it).
std::string text_given(const std::vector<std::string>& words, Context& context);

/// Lets people at a terminal choose among the candidates by number; the code of the one chosen.
/// Throws the error itself where nobody can be asked or no number is given.
std::string choose_household(const usecase::UnclearHousehold& unclear, Context& context);

/// Runs `attempt` with a household as it was typed and, if that is unclear and people are there
/// to ask, once more with the code that they choose.
template <class Attempt>
auto with_household(const std::string& typed, Context& context, const Attempt& attempt) {
  std::string chosen;
  try {
    return attempt(typed);
  } catch (const usecase::UnclearHousehold& unclear) {
    chosen = choose_household(unclear, context);
  }
  return attempt(chosen);
}

/// Code and name, as they may be shown to the worker who types.
std::string named(const Household& household, bool in_own_grid, const Context& context);

/// `door, met, 2026-10-05 09:30` in the reader's language.
std::string described(const VisitDraft& said, const l10n::Catalog& catalog);

}  // namespace gridvisit::cli
