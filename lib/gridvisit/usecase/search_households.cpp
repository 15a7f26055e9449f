#include "gridvisit/usecase/search_households.hpp"

#include <algorithm>

#include "gridvisit/usecase/household_search.hpp"

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_near = 9;

using Extent = NameFit::Extent;

void offer_names(const store::Session& session, const NamePattern& letters,
                 const std::vector<AreaId>& grids, Shortlist& found) {
  NameFits fits{letters};
  each_named(session, grids, [&](const store::HouseholdLabel& label) {
    const auto& fit = fits.of(label.name);
    if (fit.extent != Extent::none) found.offer(fit.extent == Extent::whole ? 0 : 1, label);
    return fits.unwanted();
  });
}

void offer_parts(const store::Session& session, const TypedHousehold& typed,
                 const std::vector<AreaId>& grids, Shortlist& found) {
  std::optional<NameFits> fits;
  if (typed.letters()) fits.emplace(*typed.letters(), NamePattern::Where::from_any_character);
  const auto is_spelled_so = [&](const store::HouseholdLabel& label) {
    return fits && fits->of(label.name).extent != Extent::none;
  };
  if (fits)
    each_named(session, grids, [&](const store::HouseholdLabel& label) {
      if (is_spelled_so(label)) found.offer(typed.is_name_of(label) ? 0 : 1, label);
      return fits->unwanted();
    });
  each_that_may_hold(session, typed, grids, [&](const store::HouseholdLabel& label) {
    if (typed.is_in_any(label) && !is_spelled_so(label))
      found.offer(typed.is_name_of(label) ? 0 : 1, label);
    return true;
  });
}

/// Of a name that does not begin with the text, how much of it is enough to tell.
std::size_t telling_bytes(std::string_view name, std::string_view text) {
  const auto [in_name, in_text] = std::ranges::mismatch(name, text);
  auto size = static_cast<std::size_t>(in_name - name.begin());
  if (size == name.size()) return 0;  // a longer name may begin with the text
  for (++size; size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U;)
    ++size;
  return size;
}

void offer_beginnings(const store::Session& session, const TypedHousehold& typed,
                      std::string_view text, Shortlist& found) {
  if (typed.letters()) {
    offer_names(session, *typed.letters(), {}, found);
    return;
  }
  session.households().each_by_name([&](const store::HouseholdLabel& label) -> std::size_t {
    if (!label.name.starts_with(text)) return telling_bytes(label.name, text);
    found.offer(label.name == text ? 0 : 1, label);
    return 0;
  });
}

}  // namespace

FoundHouseholds search_households(const store::Session& session, std::string_view text,
                                  const std::vector<AreaId>& grids, std::size_t limit) {
  const TypedHousehold typed{text};
  Shortlist found{limit};
  if (typed.letters()) offer_names(session, *typed.letters(), grids, found);
  if (found.offered() == 0) offer_parts(session, typed, grids, found);
  const auto room = std::min(k_most_near, limit - std::min(limit, found.offered()));
  FoundHouseholds result{found.best(session), found.offered(), {}};
  if (room > 0)
    result.near = near_households(session, typed, grids, found.offered() == 0, room).best(session);
  return result;
}

std::vector<Household> households_that_begin(const store::Session& session, std::string_view text,
                                             std::size_t limit) {
  Shortlist found{limit};
  session.households().each_by_code(text, [&](const store::HouseholdLabel& label) {
    found.offer(0, label);
    return found.offered() < limit;
  });
  if (found.offered() == 0) offer_beginnings(session, TypedHousehold{text}, text, found);
  return found.best(session);
}

}  // namespace gridvisit::usecase
