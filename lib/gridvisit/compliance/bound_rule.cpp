#include <algorithm>

#include "gridvisit/compliance/judge.hpp"

namespace gridvisit::compliance {
namespace {

template <class Value>
std::uint32_t bit(Value value) {
  return std::uint32_t{1} << static_cast<unsigned>(value);
}

template <class Value>
std::uint32_t bits(const std::vector<Value>& values) {
  std::uint32_t result = 0;
  for (const auto value : values) result |= bit(value);
  return result;
}

/// Whether one of `tagged` is the category's code or one of its groups.
bool is_named(const std::vector<std::string>& tagged, const Category& category) {
  return std::ranges::any_of(tagged, [&](const std::string& name) {
    return name == category.code || std::ranges::count(category.groups, name) > 0;
  });
}

}  // namespace

BoundRule::BoundRule(const Rule& rule, const Surroundings& surroundings)
    : m_rule{&rule},
      m_tree{&surroundings.areas},
      m_modes{bits(rule.modes)},
      m_outcomes{bits(rule.outcomes)} {
  for (const auto& category : surroundings.categories)
    if (is_named(rule.tagged, category)) m_categories.push_back(category.id);
  for (const auto& code : rule.in)
    if (const auto* area = surroundings.areas.find(code)) m_areas.push_back(area->id);
}

bool BoundRule::accepts(Mode mode) const {
  return (m_modes & bit(mode)) != 0;
}

bool BoundRule::accepts(Outcome outcome) const {
  return (m_outcomes & bit(outcome)) != 0;
}

bool BoundRule::holds_in(AreaId grid) const {
  return m_rule->in.empty() ||
         std::ranges::any_of(m_areas, [&](AreaId area) { return m_tree->lies_in(grid, area); });
}

bool BoundRule::names(CategoryId category) const {
  return m_rule->tagged.empty() || std::ranges::find(m_categories, category) != m_categories.end();
}

}  // namespace gridvisit::compliance
