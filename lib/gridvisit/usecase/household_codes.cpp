#include "gridvisit/usecase/household_codes.hpp"

#include <algorithm>

#include "gridvisit/base/reference.hpp"

namespace gridvisit::usecase {

std::string_view HouseholdCodes::of(HouseholdId id) {
  if (m_places.empty()) {
    if (const auto known = m_few.find(id); known != m_few.end()) return known->second;
    if (!are_worth_reading()) return m_few[id] = m_session.households().code_of(id);
    read_all();
  }
  const auto place = std::ranges::lower_bound(m_places, id, {}, &Place::household);
  if (place == m_places.end() || place->household != id) throw_dangling();
  return std::string_view{m_text}.substr(place->start, place->size);
}

/// To read one by the way costs as much as to read some ten in a row.
bool HouseholdCodes::are_worth_reading() {
  constexpr std::size_t k_in_a_row = 16;
  if (m_few.size() < m_most_one_by_one) return false;
  const auto worth = static_cast<std::size_t>(m_session.households().count()) / k_in_a_row;
  if (m_few.size() >= worth) return true;
  m_most_one_by_one = worth;
  return false;
}

void HouseholdCodes::read_all() {
  m_few.clear();
  m_session.households().each_code([&](HouseholdId id, std::string_view code) {
    m_places.push_back(
        {id, static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(code.size())});
    m_text += code;
  });
  std::ranges::sort(m_places, {}, &Place::household);
}

}  // namespace gridvisit::usecase
