#include "gridvisit/base/reference.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"
#include "gridvisit/store/sqlite/household_pairs.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_find_household = R"sql(
  SELECT id, code, building, unit, room, address, name, phone, people, situation, difficulties,
    needs
  FROM household WHERE code = :code)sql";

constexpr auto* k_get_household = R"sql(
  SELECT id, code, building, unit, room, address, name, phone, people, situation, difficulties,
    needs
  FROM household WHERE id = :id)sql";

constexpr auto* k_find_id = R"sql(
  SELECT id FROM household WHERE code = :code)sql";

constexpr auto* k_get_code = R"sql(
  SELECT code FROM household WHERE id = :id)sql";

// The index of codes alone holds both.
constexpr auto* k_all_codes = R"sql(
  SELECT id, code FROM household ORDER BY code)sql";

constexpr auto* k_all_households = R"sql(
  SELECT id, code, building, unit, room, address, name, phone, people, situation, difficulties,
    needs
  FROM household)sql";

constexpr auto* k_in_grids = R"sql(
  SELECT id, code, building, unit, room, address, name, phone, people, situation, difficulties,
    needs
  FROM household
  WHERE id IN (
      SELECT household FROM residence
      WHERE grid IN (SELECT value FROM json_each(:grids))
        AND (:day IS NULL
          OR coalesce(from_day, :day) <= :day AND coalesce(until_day, :day) >= :day)))sql";

constexpr auto* k_anywhere_on = R"sql(
  SELECT id, code, building, unit, room, address, name, phone, people, situation, difficulties,
    needs
  FROM household
  WHERE EXISTS (
      SELECT 1 FROM residence WHERE household = household.id
        AND coalesce(from_day, :day) <= :day AND coalesce(until_day, :day) >= :day))sql";

constexpr auto* k_count_households = R"sql(
  SELECT count(*) FROM household)sql";

constexpr auto* k_insert_household = R"sql(
  INSERT INTO household (code, building, unit, room, address, name, phone, people, situation,
    difficulties, needs, salt, personal, checksum, entry)
  VALUES (:code, :building, :unit, :room, :address, :name, :phone, :people, :situation,
    :difficulties, :needs, :salt, :personal, :checksum, :entry))sql";

constexpr auto* k_update_household = R"sql(
  UPDATE household SET code = :code, building = :building, unit = :unit, room = :room,
    address = :address, name = :name, phone = :phone, people = :people, situation = :situation,
    difficulties = :difficulties, needs = :needs, salt = :salt, personal = :personal,
    checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Household read_household(Query& row) {
  Household household;
  household.id = row.id<HouseholdId>();
  for (auto* field : {&household.code, &household.building, &household.unit, &household.room,
                      &household.address, &household.name, &household.phone})
    *field = row.text();
  if (const auto people = row.optional_number()) household.people = static_cast<int>(*people);
  for (auto* field : {&household.situation, &household.difficulties, &household.needs})
    *field = row.text();
  return household;
}

void run_with_fields(Query& query, const Household& household, Writing& writing) {
  const auto personal = personal_digest(household);
  query.bind(":code", household.code)
      .bind(":building", household.building)
      .bind(":unit", household.unit)
      .bind(":room", household.room)
      .bind(":address", household.address)
      .bind(":name", household.name)
      .bind(":phone", household.phone)
      .bind(":people", household.people)
      .bind(":situation", household.situation)
      .bind(":difficulties", household.difficulties)
      .bind(":needs", household.needs)
      .bind(":salt", Blob{personal.salt})
      .bind(":personal", Blob{personal.digest});
  writing.sign(query, FactKind::household, digest_of(household, personal.digest));
  if (!query.run_unless_taken()) throw household_code_taken(household.code);
}

const char* statement_for(const HouseholdFilter& filter) {
  if (filter.grids) return k_in_grids;
  return filter.living_on ? k_anywhere_on : k_all_households;
}

}  // namespace

std::optional<Household> SqliteHouseholds::find(std::string_view code) const {
  Query query{m_page.statements, k_find_household};
  if (!query.bind(":code", code).next()) return std::nullopt;
  return read_household(query);
}

Household SqliteHouseholds::get(HouseholdId id) const {
  Query query{m_page.statements, k_get_household};
  if (!query.bind(":id", id).next()) throw_dangling();
  return read_household(query);
}

std::optional<HouseholdId> SqliteHouseholds::find_id(std::string_view code) const {
  Query query{m_page.statements, k_find_id};
  if (!query.bind(":code", code).next()) return std::nullopt;
  return query.id<HouseholdId>();
}

std::string SqliteHouseholds::code_of(HouseholdId id) const {
  Query query{m_page.statements, k_get_code};
  if (!query.bind(":id", id).next()) throw_dangling();
  return query.text();
}

void SqliteHouseholds::each_code(
    const std::function<void(HouseholdId, std::string_view)>& see) const {
  Query query{m_page.statements, k_all_codes};
  while (query.next()) {
    const auto id = query.id<HouseholdId>();
    see(id, query.text_in_place());
  }
}

void SqliteHouseholds::each(const HouseholdFilter& filter,
                            const std::function<bool(const Household&)>& see) const {
  Query query{m_page.statements, statement_for(filter)};
  if (filter.grids) query.bind(":grids", json_array(*filter.grids));
  if (filter.living_on) query.bind(":day", *filter.living_on);
  while (query.next())
    if (!see(read_household(query))) return;
}

std::uint64_t SqliteHouseholds::count() const {
  Query query{m_page.statements, k_count_households};
  query.next();
  return static_cast<std::uint64_t>(query.number());
}

HouseholdId SqliteHouseholds::add(const Household& household) {
  Query query{m_page.statements, k_insert_household};
  run_with_fields(query, household, m_page.writing);
  const auto id = m_page.statements.last_inserted<HouseholdId>();
  add_pairs(m_page.statements, {id, household.code, household.name, household.address});
  return id;
}

void SqliteHouseholds::update(const Household& household) {
  note_update(m_page, k_get_household, read_household, household);
  const auto before = indexed_texts(m_page.statements, household.id);
  Query query{m_page.statements, k_update_household};
  query.bind(":id", household.id);
  run_with_fields(query, household, m_page.writing);
  renew_pairs(m_page.statements, before);
}

}  // namespace gridvisit::store::sqlite
