#include "gridvisit/usecase/find_household.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "gridvisit/base/pinyin.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/usecase/lookup.hpp"

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_candidates = 9;

store::HouseholdFilter filter_of(const std::vector<AreaId>& grids) {
  store::HouseholdFilter filter;
  if (!grids.empty()) filter.grids = grids;
  return filter;
}

std::vector<Household> with_tail(const store::Session& session, std::string_view tail,
                                 const std::vector<AreaId>& grids) {
  auto filter = filter_of(grids);
  filter.code_tail = tail;
  std::vector<Household> found;
  session.households().each(filter, [&](const Household& household) {
    found.push_back(household);
    return found.size() <= k_most_candidates;
  });
  return found;
}

/// Those whose code is it, or ends with "-" and it, but for full-width forms and upper case.
std::vector<Household> with_folded_tail(const store::Session& session, std::string_view tail,
                                        const std::vector<AreaId>& grids) {
  const auto wanted = fold(tail);
  std::vector<Household> found;
  session.households().each(filter_of(grids), [&](const Household& household) {
    const auto code = fold(household.code);
    if (code == wanted || code.ends_with("-" + wanted)) found.push_back(household);
    return found.size() <= k_most_candidates;
  });
  return found;
}

/// Those of exactly this name, else those whose name or address contains it.
std::vector<Household> called(const store::Session& session, std::string_view name,
                              const std::vector<AreaId>& grids) {
  const auto wanted = fold(name);
  std::vector<Household> exact, near;
  session.households().each(filter_of(grids), [&](const Household& household) {
    const auto folded = fold(household.name);
    if (folded == wanted)
      exact.push_back(household);
    else if (near.size() <= k_most_candidates &&
             (folded.find(wanted) != folded.npos ||
              fold(household.address).find(wanted) != std::string::npos))
      near.push_back(household);
    return exact.size() <= k_most_candidates;
  });
  return exact.empty() ? near : exact;
}

void sort_by_code(std::vector<Household>& households) {
  std::ranges::sort(households, NaturalLess{}, &Household::code);
}

[[noreturn]] void throw_several(const store::Session& session, std::string_view wanted,
                                std::vector<Household> found, const std::vector<AreaId>& grids) {
  sort_by_code(found);
  std::vector<std::string> candidates, own;
  for (const auto& household : found) {
    if (candidates.size() == k_most_candidates) break;
    candidates.push_back(fmt::format("{} {}", household.code, masked_name(household.name)));
    own.push_back(lives_in(session, household.id, grids)
                      ? fmt::format("{} {}", household.code, household.name)
                      : candidates.back());
  }
  auto what = found.size() > candidates.size()
                  ? message("More than {0} households fit `{1}`; the first ones are below.",
                            candidates.size(), wanted)
                  : message("Several households fit `{0}`.", wanted);
  throw UnclearHousehold{std::move(what), message("Type the whole code of the one you mean:"),
                         std::move(candidates), std::move(own)};
}

/// The part of a code behind its first `-`: what people type.
std::string tail_of(std::string_view code) {
  const auto dash = code.find('-');
  return std::string{dash == code.npos ? code : code.substr(dash + 1)};
}

[[noreturn]] void throw_none(const store::Session& session, std::string_view wanted,
                             const std::vector<AreaId>& grids) {
  std::vector<std::string> codes, tails;
  session.households().each(filter_of(grids), [&](const Household& household) {
    codes.push_back(household.code);
    tails.push_back(tail_of(household.code));
    return true;
  });
  auto close = nearest(wanted, codes);
  for (const auto& tail : close.empty() ? nearest(wanted, tails) : std::vector<std::string>{})
    for (const auto& code : codes)
      if (tail_of(code) == tail && close.size() < k_most_candidates) close.push_back(code);
  auto hint = close.empty() ? message("`gridvisit find` searches by name, address and code.")
                            : message("Did you mean one of these?");
  throw UnclearHousehold{ErrorKind::not_found, message("There is no household {0}.", wanted),
                         std::move(hint), std::move(close)};
}

bool contains_folded(const Household& household, std::string_view wanted) {
  const auto contains = [&](const std::string& field) {
    return fold(field).find(wanted) != std::string::npos;
  };
  return contains(household.code) || contains(household.name) || contains(household.address) ||
         pinyin_initials(household.name).find(wanted) != std::string::npos;
}

/// Whether the whole name, or its initials, is what was typed.
bool is_called(const Household& household, std::string_view wanted) {
  return fold(household.name) == wanted || pinyin_initials(household.name) == wanted;
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
  for (const auto& search : {with_tail, with_folded_tail, called}) {
    auto found = search(session, wanted, grids);
    if (found.size() == 1) return std::move(found.front());
    if (!found.empty()) throw_several(session, wanted, std::move(found), grids);
  }
  throw_none(session, wanted, grids);
}

FoundHouseholds search_households(const store::Session& session, std::string_view text,
                                  const std::vector<AreaId>& grids, std::size_t limit) {
  const auto wanted = fold(trim(text));
  std::vector<Household> found;
  session.households().each(filter_of(grids), [&](const Household& household) {
    if (contains_folded(household, wanted)) found.push_back(household);
    return true;
  });
  sort_by_code(found);
  std::stable_partition(found.begin(), found.end(),
                        [&](const Household& household) { return is_called(household, wanted); });
  const auto total = found.size();
  if (found.size() > limit) found.resize(limit);
  return {std::move(found), total};
}

}  // namespace gridvisit::usecase
