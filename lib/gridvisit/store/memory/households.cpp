#include "gridvisit/base/reference.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

bool lived(const std::vector<Residence>& residences, const HouseholdFilter& filter) {
  if (!filter.grids && !filter.living_on) return true;
  return std::ranges::any_of(residences, [&](const Residence& residence) {
    return (!filter.living_on || residence.days.contains(*filter.living_on)) &&
           (!filter.grids ||
            std::ranges::find(*filter.grids, residence.grid) != filter.grids->end());
  });
}

HouseholdLabel label_of(const Household& household) {
  return {household.id, household.code, household.name, household.address};
}

std::vector<const Household*> sorted_by(const std::map<HouseholdId, Household>& households,
                                        std::string Household::*text) {
  std::vector<const Household*> sorted;
  for (const auto& [id, household] : households) sorted.push_back(&household);
  std::ranges::stable_sort(sorted, {}, [&](const Household* each) { return each->*text; });
  return sorted;
}

}  // namespace

AreaId grid_on(const Tables& tables, HouseholdId household, Day day) {
  for (const auto& [id, residence] : tables.residences)
    if (residence.household == household && residence.days.contains(day)) return residence.grid;
  return {};
}

std::optional<Household> MemoryHouseholds::find(std::string_view code) const {
  return record_coded(m_page.tables.households, code);
}

Household MemoryHouseholds::get(HouseholdId id) const {
  return referred_to(m_page.tables.households, id);
}

std::optional<HouseholdId> MemoryHouseholds::find_id(std::string_view code) const {
  const auto household = find(code);
  return household ? std::optional{household->id} : std::nullopt;
}

std::string MemoryHouseholds::code_of(HouseholdId id) const {
  return referred_to(m_page.tables.households, id).code;
}

void MemoryHouseholds::each_code(
    const std::function<void(HouseholdId, std::string_view)>& see) const {
  for (const auto& [id, household] : m_page.tables.households) see(id, household.code);
}

void MemoryHouseholds::each(const HouseholdFilter& filter,
                            const std::function<bool(const Household&)>& see) const {
  for (const auto& [id, household] : m_page.tables.households)
    if (lived(residences_of(id), filter) && !see(household)) return;
}

void MemoryHouseholds::each_label(const std::vector<AreaId>& grids,
                                  const std::function<bool(const HouseholdLabel&)>& see) const {
  HouseholdFilter filter;
  if (!grids.empty()) filter.grids = grids;
  each(filter, [&](const Household& household) { return see(label_of(household)); });
}

void MemoryHouseholds::each_that_may_hold(
    std::string_view /*folded*/, const std::function<bool(const HouseholdLabel&)>& see) const {
  each_label({}, see);
}

void MemoryHouseholds::each_by_code(std::string_view beginning,
                                    const std::function<bool(const HouseholdLabel&)>& see) const {
  for (const auto* household : sorted_by(m_page.tables.households, &Household::code))
    if (household->code.starts_with(beginning) && !see(label_of(*household))) return;
}

void MemoryHouseholds::each_by_name(
    const std::function<std::size_t(const HouseholdLabel&)>& see) const {
  std::string before;
  std::size_t unwanted = 0;
  for (const auto* household : sorted_by(m_page.tables.households, &Household::name)) {
    const auto& name = household->name;
    const bool passed_over = unwanted == k_equal_names
                                 ? name == before
                                 : unwanted > 0 && name.starts_with(before.substr(0, unwanted));
    if (name.empty() || passed_over) continue;
    auto label = label_of(*household);
    label.address = {};
    unwanted = see(label);
    before = name;
  }
}

std::vector<Residence> MemoryHouseholds::residences_of(HouseholdId household) const {
  return by_first_day(records_where(m_page.tables.residences, [&](const Residence& residence) {
    return residence.household == household;
  }));
}

std::vector<Tag> MemoryHouseholds::tags_of(HouseholdId household) const {
  return by_first_day(records_where(m_page.tables.tags,
                                    [&](const Tag& tag) { return tag.household == household; }));
}

std::uint64_t MemoryHouseholds::count() const {
  return m_page.tables.households.size();
}

HouseholdId MemoryHouseholds::add(const Household& household) {
  auto added = household;
  added.id = next_id(m_page.tables.households);
  save(added);
  return added.id;
}

void MemoryHouseholds::update(const Household& household) {
  note_update(m_page, m_page.tables.households, household);
  save(household);
}

void MemoryHouseholds::save(const Household& household) {
  if (code_taken(m_page.tables.households, household)) throw household_code_taken(household.code);
  m_page.tables.households[household.id] = household;
  m_page.note(FactKind::household, household.id.value,
              digest_of(household, personal_digest(household).digest));
}

ResidenceId MemoryHouseholds::add(const Residence& residence) {
  auto added = residence;
  added.id = next_id(m_page.tables.residences);
  save(added);
  return added.id;
}

void MemoryHouseholds::update(const Residence& residence) {
  note_update(m_page, m_page.tables.residences, residence);
  save(residence);
}

void MemoryHouseholds::save(const Residence& residence) {
  require(m_page.tables.households, residence.household);
  require(m_page.tables.areas, residence.grid);
  m_page.tables.residences[residence.id] = residence;
  m_page.note(FactKind::residence, residence.id.value, digest_of(residence));
}

TagId MemoryHouseholds::add(const Tag& tag) {
  auto added = tag;
  added.id = next_id(m_page.tables.tags);
  save(added);
  return added.id;
}

void MemoryHouseholds::update(const Tag& tag) {
  note_update(m_page, m_page.tables.tags, tag);
  save(tag);
}

void MemoryHouseholds::save(const Tag& tag) {
  require(m_page.tables.households, tag.household);
  require(m_page.tables.categories, tag.category);
  m_page.tables.tags[tag.id] = tag;
  m_page.note(FactKind::tag, tag.id.value, digest_of(tag, note_digest(tag.note).digest));
}

}  // namespace gridvisit::store::memory
