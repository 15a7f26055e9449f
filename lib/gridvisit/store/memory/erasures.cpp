#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

void erase_texts(Household& household) {
  for (auto* text : {&household.address, &household.name, &household.phone, &household.situation,
                     &household.difficulties, &household.needs})
    text->clear();
}

void erase_household(Page& page, HouseholdId household) {
  auto& tables = page.tables;
  note_change(page, household, personal_fields());
  erase_texts(tables.households.at(household));
  for (auto& [id, tag] : tables.tags) {
    if (tag.household != household || tag.note.empty()) continue;
    note_change(page, id, {"note"});
    tag.note.clear();
  }
  for (auto& [id, visit] : tables.visits)
    if (visit.said.household == household) visit.said.note.clear();
}

void erase_notes_before(Tables& tables, Day day) {
  for (auto& [id, visit] : tables.visits)
    if (visit.said.day < day) visit.said.note.clear();
  for (auto& [id, patrol] : tables.patrols)
    if (patrol.day < day) patrol.note.clear();
}

}  // namespace

ErasureId MemoryErasures::add(const Erasure& erasure) {
  auto& tables = m_page.tables;
  if (erasure.reason.empty() || erasure.household.has_value() == erasure.notes_before.has_value())
    throw record_refused();
  if (erasure.household) require(tables.households, *erasure.household);
  auto added = erasure;
  added.id = {std::ssize(tables.erasures) + 1};
  tables.erasures.push_back(added);
  m_page.note(FactKind::erasure, added.id.value, digest_of(added));
  if (added.household) erase_household(m_page, *added.household);
  if (added.notes_before) erase_notes_before(tables, *added.notes_before);
  return added.id;
}

}  // namespace gridvisit::store::memory
