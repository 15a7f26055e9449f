#include "gridvisit/domain/area.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit {

std::string normal_area_kind(std::string_view kind) {
  if (kind == "街道") return "street";
  if (kind == "社区") return "community";
  if (kind == "网格") return "grid";
  return std::string{kind};
}

AreaTree::AreaTree(std::vector<Area> areas) : m_areas{std::move(areas)} {
  std::ranges::sort(m_areas, NaturalLess{}, &Area::code);
  for (std::size_t at = 0; at < m_areas.size(); ++at) m_index.emplace(m_areas[at].id, at);
  for (const auto& area : m_areas)
    if (area.parent) m_children[*area.parent].push_back(area.id);
  for (const auto& area : m_areas) check_ends(area);
}

void AreaTree::check_ends(const Area& area) const {
  auto left = m_areas.size();
  for (const auto* at = &area; at; at = at->parent ? find(*at->parent) : nullptr)
    if (left-- == 0)
      throw Error{ErrorKind::damaged,
                  message("The database is damaged: area {0} lies in itself.", area.code),
                  message("Keep the file as it is and go back to a backup.")};
}

const Area* AreaTree::find(AreaId id) const {
  const auto at = m_index.find(id);
  return at == m_index.end() ? nullptr : &m_areas[at->second];
}

const Area* AreaTree::find(std::string_view code) const {
  const auto at = std::ranges::find(m_areas, code, &Area::code);
  return at == m_areas.end() ? nullptr : &*at;
}

bool AreaTree::is_leaf(AreaId id) const {
  return !m_children.contains(id);
}

bool AreaTree::lies_in(AreaId area, AreaId ancestor) const {
  for (std::optional<AreaId> at = area; at;) {
    if (*at == ancestor) return true;
    const auto* here = find(*at);
    at = here ? here->parent : std::nullopt;
  }
  return false;
}

std::vector<const Area*> AreaTree::subtree(std::optional<AreaId> root) const {
  std::vector<const Area*> result;
  for (const auto& area : m_areas)
    if (!root || lies_in(area.id, *root)) result.push_back(&area);
  return result;
}

std::vector<const Area*> AreaTree::grids(std::optional<AreaId> root) const {
  auto result = subtree(root);
  std::erase_if(result, [&](const Area* area) { return !is_leaf(area->id); });
  return result;
}

const Area* AreaTree::enclosing(AreaId area, std::string_view kind) const {
  for (const auto* at = find(area); at; at = at->parent ? find(*at->parent) : nullptr)
    if (at->kind == kind) return at;
  return nullptr;
}

}  // namespace gridvisit
