#include "gridvisit/usecase/household_search.hpp"

#include <algorithm>

#include "gridvisit/base/pinyin.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::usecase {
namespace {

bool is_code_like(std::string_view folded) {
  return std::ranges::any_of(folded, [](char c) { return c >= '0' && c <= '9'; }) &&
         std::ranges::all_of(folded, [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Whole names before those that only begin so, fewer slips before more.
std::size_t rank_of(const NameFit& fit) {
  return 2 * fit.edits + (fit.extent == NameFit::Extent::whole ? 0 : 1);
}

void offer_near_names(const store::Session& session, const TypedHousehold& typed,
                      const std::vector<AreaId>& grids, Shortlist& near) {
  const auto pattern = typed.near_name();
  if (!pattern) return;
  const auto is_exact = [&](std::string_view name) {
    return typed.letters() ? typed.letters()->fit(name).extent != NameFit::Extent::none
                           : typed.is_in(name);
  };
  NameFits fits{*pattern};
  each_named(session, grids, [&](const store::HouseholdLabel& label) {
    const auto& fit = fits.of(label.name);
    if (fit.extent != NameFit::Extent::none && !is_exact(label.name))
      near.offer(rank_of(fit), label);
    return fits.unwanted();
  });
}

void offer_near_codes(const store::Session& session, const TypedHousehold& typed,
                      const std::vector<AreaId>& grids, Shortlist& near) {
  const auto spelling = typed.near_code();
  if (!spelling) return;
  session.households().each_label(grids, [&](const store::HouseholdLabel& label) {
    const auto edits = edits_in_code(*spelling, label.code);
    if (edits && *edits > 0) near.offer(2 * *edits, label);
    return true;
  });
}

}  // namespace

TypedHousehold::TypedHousehold(std::string_view text)
    : m_folded{fold(trim(text))}, m_letters{NamePattern::of(m_folded)} {}

std::optional<NamePattern> TypedHousehold::near_name() const {
  if (m_letters) return NamePattern::near(m_folded);
  const auto sound = spelled_out(m_folded);  // one character sounds like too many
  return sound.find(' ') == sound.npos ? std::nullopt : NamePattern::of(sound);
}

std::optional<Spelling> TypedHousehold::near_code(std::size_t edits) const {
  if (edits == 0 || m_folded.size() > Spelling::k_longest || !is_code_like(m_folded))
    return std::nullopt;
  return Spelling{m_folded, std::min(edits, Spelling::k_most_edits)};
}

std::optional<Spelling> TypedHousehold::near_code() const {
  return near_code(edits_tolerated(m_folded.size()));
}

bool TypedHousehold::is_name_of(const store::HouseholdLabel& label) const {
  return fold(label.name) == m_folded;
}

bool TypedHousehold::is_in(std::string_view field) const {
  return contains_folded(field, m_folded);
}

bool TypedHousehold::is_in_any(const store::HouseholdLabel& label) const {
  return is_in(label.code) || is_in(label.name) || is_in(label.address);
}

std::string_view tail_of(std::string_view code) {
  const auto dash = code.find('-');
  return dash == code.npos ? code : code.substr(dash + 1);
}

std::optional<std::size_t> edits_in_code(const Spelling& typed, std::string_view code) {
  const auto folded = fold(code);
  const auto whole = edits_between(typed, folded), tail = edits_between(typed, tail_of(folded));
  return whole && tail ? std::min(whole, tail) : whole ? whole : tail;
}

const NameFit& NameFits::of(std::string_view name) {
  if (name != m_last) m_fit = m_pattern.fit(m_last = name, m_where);
  return m_fit;
}

std::size_t NameFits::unwanted() const {
  if (m_fit.hopeless > 0) return m_fit.hopeless;
  return m_fit.extent == NameFit::Extent::none ? store::k_equal_names : 0;
}

void each_named(const store::Session& session, const std::vector<AreaId>& grids,
                const std::function<std::size_t(const store::HouseholdLabel&)>& see) {
  if (grids.empty()) {
    session.households().each_by_name(see);
    return;
  }
  session.households().each_label(grids, [&](const store::HouseholdLabel& label) {
    if (!label.name.empty()) see(label);
    return true;
  });
}

void each_that_may_hold(const store::Session& session, const TypedHousehold& typed,
                        const std::vector<AreaId>& grids,
                        const std::function<bool(const store::HouseholdLabel&)>& see) {
  if (grids.empty())
    session.households().each_that_may_hold(typed.folded(), see);
  else
    session.households().each_label(grids, see);
}

void Shortlist::offer(std::size_t rank, const store::HouseholdLabel& label) {
  ++m_offered;
  if (m_limit == 0) return;
  const bool full = m_places.size() == m_limit;
  if (full && rank > m_places.front().rank) return;
  Place place{rank, std::string{label.code}, label.id};
  if (full) {
    if (!(place < m_places.front())) return;
    std::ranges::pop_heap(m_places, std::less<Place>{});
    m_places.pop_back();
  }
  m_places.push_back(std::move(place));
  std::ranges::push_heap(m_places, std::less<Place>{});
}

std::vector<Household> Shortlist::best(const store::Session& session) const {
  auto places = m_places;
  std::ranges::sort(places, std::less<Place>{});
  std::vector<Household> households;
  for (const auto& place : places) households.push_back(session.households().get(place.id));
  return households;
}

Shortlist near_households(const store::Session& session, const TypedHousehold& typed,
                          const std::vector<AreaId>& grids, bool codes_too, std::size_t limit) {
  Shortlist near{limit};
  offer_near_names(session, typed, grids, near);
  if (codes_too) offer_near_codes(session, typed, grids, near);
  return near;
}

}  // namespace gridvisit::usecase
