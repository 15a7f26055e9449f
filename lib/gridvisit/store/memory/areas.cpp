#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::optional<Area> MemoryAreas::find(std::string_view code) const {
  return record_coded(m_page.tables.areas, code);
}

AreaTree MemoryAreas::tree(std::optional<AreaId> root) const {
  AreaTree whole{records_where(m_page.tables.areas, [](const Area&) { return true; })};
  if (!root) return whole;
  return AreaTree{records_where(m_page.tables.areas, [&](const Area& area) {
    return whole.lies_in(area.id, *root) || whole.lies_in(*root, area.id);
  })};
}

AreaId MemoryAreas::add(const Area& area) {
  auto added = area;
  added.id = next_id(m_page.tables.areas);
  save(added);
  return added.id;
}

void MemoryAreas::update(const Area& area) {
  note_update(m_page, m_page.tables.areas, area);
  save(area);
}

void MemoryAreas::save(const Area& area) {
  if (code_taken(m_page.tables.areas, area)) throw area_code_taken(area.code);
  if (area.parent) require(m_page.tables.areas, *area.parent);
  m_page.tables.areas[area.id] = area;
  m_page.note(FactKind::area, area.id.value, digest_of(area));
}

}  // namespace gridvisit::store::memory
