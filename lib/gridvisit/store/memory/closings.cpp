#include <tuple>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {

std::vector<Closing> MemoryClosings::all() const {
  auto closings = records_where(m_page.tables.closings, [](const Closing&) { return true; });
  std::ranges::sort(closings, {}, [](const Closing& closing) {
    return std::tuple{closing.month.first, closing.id};
  });
  return closings;
}

void MemoryClosings::each_figure(ClosingId closing,
                                 const std::function<void(const compliance::Figure&)>& see) const {
  for (const auto& [of, figure] : m_page.tables.figures)
    if (of == closing) see(figure);
}

ClosingId MemoryClosings::add(const Closing& closing) {
  const auto& audit = m_page.tables.audit;
  if (closing.head < 1 || closing.head > std::ssize(audit)) throw record_refused();
  auto added = closing;
  added.id = next_id(m_page.tables.closings);
  m_page.tables.closings.emplace(added.id, added);
  m_page.note(FactKind::closing, added.id.value, digest_of(added));
  return added.id;
}

void MemoryClosings::add(ClosingId closing, const compliance::Figure& figure) {
  require(m_page.tables.closings, closing);
  if (const auto* worker = std::get_if<WorkerId>(&figure.subject))
    require(m_page.tables.workers, *worker);
  if (const auto* grid = std::get_if<AreaId>(&figure.subject)) require(m_page.tables.areas, *grid);
  m_page.tables.figures.emplace_back(closing, figure);
  m_page.note(FactKind::figure, std::ssize(m_page.tables.figures),
              digest_of(to_stored(closing, figure)));
}

}  // namespace gridvisit::store::memory
