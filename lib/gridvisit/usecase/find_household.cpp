#include "gridvisit/usecase/find_household.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/usecase/household_search.hpp"
#include "gridvisit/usecase/search_households.hpp"

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_candidates = 9;

/// Those that hold what was typed and of whom `fits` says so, in `grids`; one more than can be
/// candidates is enough.
std::vector<Household> those_that(const store::Session& session, const TypedHousehold& typed,
                                  const std::vector<AreaId>& grids,
                                  const std::function<bool(const store::HouseholdLabel&)>& fits) {
  std::vector<HouseholdId> found;
  each_that_may_hold(session, typed, grids, [&](const store::HouseholdLabel& label) {
    if (fits(label)) found.push_back(label.id);
    return found.size() <= k_most_candidates;
  });
  std::vector<Household> households;
  for (const auto id : found) households.push_back(session.households().get(id));
  return households;
}

bool is_code_or_tail(std::string_view code, std::string_view typed) {
  return code == typed || code.ends_with("-" + std::string{typed});
}

std::vector<Household> with_tail(const store::Session& session, std::string_view tail,
                                 const std::vector<AreaId>& grids) {
  return those_that(session, TypedHousehold{tail}, grids, [&](const store::HouseholdLabel& label) {
    return is_code_or_tail(label.code, tail);
  });
}

/// But for full-width forms and upper case.
std::vector<Household> with_folded_tail(const store::Session& session, std::string_view tail,
                                        const std::vector<AreaId>& grids) {
  const TypedHousehold typed{tail};
  return those_that(session, typed, grids, [&](const store::HouseholdLabel& label) {
    return is_code_or_tail(fold(label.code), typed.folded());
  });
}

std::vector<Household> of_this_name(const store::Session& session, std::string_view name,
                                    const std::vector<AreaId>& grids) {
  const TypedHousehold typed{name};
  return those_that(session, typed, grids,
                    [&](const store::HouseholdLabel& label) { return typed.is_name_of(label); });
}

/// Those whose whole name is spelled so in pinyin, its characters in full or abbreviated.
std::vector<Household> spelled_so(const store::Session& session, std::string_view name,
                                  const std::vector<AreaId>& grids) {
  const auto letters = NamePattern::of(trim(name));
  if (!letters) return {};
  Shortlist found{k_most_candidates + 1};
  NameFits fits{*letters};
  each_named(session, grids, [&](const store::HouseholdLabel& label) {
    if (fits.of(label.name).extent == NameFit::Extent::whole) found.offer(0, label);
    return fits.unwanted();
  });
  return found.best(session);
}

/// Those whose name or address contains it.
std::vector<Household> mentioning(const store::Session& session, std::string_view text,
                                  const std::vector<AreaId>& grids) {
  const TypedHousehold typed{text};
  return those_that(session, typed, grids, [&](const store::HouseholdLabel& label) {
    return typed.is_in(label.name) || typed.is_in(label.address);
  });
}

void sort_by_code(std::vector<Household>& households) {
  std::ranges::sort(households, NaturalLess{}, &Household::code);
}

/// Households as they are offered for choice.
struct Candidates {
  std::vector<std::string> masked, own;
};

Candidates candidates_among(const store::Session& session, const std::vector<Household>& households,
                            const std::vector<AreaId>& grids) {
  Candidates candidates;
  for (const auto& household : households) {
    if (candidates.masked.size() == k_most_candidates) break;
    const auto shown = [&](const std::string& name) {
      return name.empty() ? household.code : fmt::format("{} {}", household.code, name);
    };
    candidates.masked.push_back(shown(masked_name(household.name)));
    candidates.own.push_back(lives_in(session, household.id, grids) ? shown(household.name)
                                                                    : candidates.masked.back());
  }
  return candidates;
}

[[noreturn]] void throw_several(const store::Session& session, std::string_view wanted,
                                std::vector<Household> found, const std::vector<AreaId>& grids) {
  sort_by_code(found);
  auto [masked, own] = candidates_among(session, found, grids);
  auto what = found.size() > masked.size()
                  ? message("More than {0} households fit `{1}`; the first ones are below.",
                            masked.size(), wanted)
                  : message("Several households fit `{0}`.", wanted);
  throw UnclearHousehold{std::move(what), message("Type the whole code of the one you mean:"),
                         std::move(masked), std::move(own)};
}

/// The codes nearest to what was typed, a third of whose letters may be wrong.
std::vector<Household> coded_like(const store::Session& session, std::string_view wanted,
                                  const std::vector<AreaId>& grids) {
  const TypedHousehold typed{wanted};
  const auto spelling = typed.near_code(std::max<std::size_t>(1, typed.folded().size() / 3));
  if (!spelling) return {};
  Shortlist near{k_most_candidates};
  session.households().each_label(grids, [&](const store::HouseholdLabel& label) {
    if (const auto edits = edits_in_code(*spelling, label.code)) near.offer(*edits, label);
    return true;
  });
  return near.best(session);
}

/// Nothing fits: those that nearly do are named, and none of them is taken.
[[noreturn]] void throw_none(const store::Session& session, std::string_view wanted,
                             const std::vector<AreaId>& grids) {
  auto [found, total, near] = search_households(session, wanted, grids, k_most_candidates);
  std::ranges::move(near, std::back_inserter(found));
  if (found.empty()) found = coded_like(session, wanted, grids);
  auto what = message("There is no household {0}.", wanted);
  if (found.empty())
    throw UnclearHousehold{ErrorKind::not_found, std::move(what),
                           message("`gridvisit find` searches by name, address and code.")};
  auto [masked, own] = candidates_among(session, found, grids);
  throw UnclearHousehold{std::move(what), message("Did you mean one of these?"), std::move(masked),
                         std::move(own)};
}

}  // namespace

std::vector<AreaId> grids_held(const store::Session& session, WorkerId worker, Day day) {
  std::set<AreaId> grids;
  for (const auto& assignment : session.workers().assignments_of(worker))
    if (assignment.days.contains(day)) grids.insert(assignment.grid);
  return {grids.begin(), grids.end()};
}

bool lives_in(const store::Session& session, HouseholdId household,
              const std::vector<AreaId>& grids) {
  const auto residences = session.households().residences_of(household);
  return !residences.empty() && std::ranges::find(grids, residences.back().grid) != grids.end();
}

Household find_household(const store::Session& session, std::string_view typed,
                         const std::vector<AreaId>& grids) {
  const auto wanted = trim(typed);
  if (wanted.empty())
    throw UnclearHousehold{ErrorKind::not_found, message("No household was named."),
                           message("`gridvisit find` searches by name, address and code.")};
  if (auto household = session.households().find(wanted)) return *household;
  for (const auto& search : {with_tail, with_folded_tail, of_this_name, spelled_so, mentioning}) {
    auto found = search(session, wanted, grids);
    if (found.size() == 1) return std::move(found.front());
    if (!found.empty()) throw_several(session, wanted, std::move(found), grids);
  }
  throw_none(session, wanted, grids);
}

}  // namespace gridvisit::usecase
