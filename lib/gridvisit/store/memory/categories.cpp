#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::vector<Category> MemoryCategories::all() const {
  return records_where(m_page.tables.categories, [](const Category&) { return true; });
}

CategoryId MemoryCategories::add(const Category& category) {
  auto added = category;
  added.id = next_id(m_page.tables.categories);
  if (code_taken(m_page.tables.categories, added)) throw category_code_taken(added.code);
  m_page.tables.categories[added.id] = added;
  m_page.note(FactKind::category, added.id.value, digest_of(added));
  return added.id;
}

}  // namespace gridvisit::store::memory
