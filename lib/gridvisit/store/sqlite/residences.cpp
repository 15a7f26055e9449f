#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_residences_of = R"sql(
  SELECT id, household, grid, from_day, until_day FROM residence
  WHERE household = :household ORDER BY from_day, id)sql";

constexpr auto* k_insert_residence = R"sql(
  INSERT INTO residence (household, grid, from_day, until_day, checksum, entry)
  VALUES (:household, :grid, :from, :until, :checksum, :entry))sql";

constexpr auto* k_update_residence = R"sql(
  UPDATE residence SET household = :household, grid = :grid, from_day = :from,
    until_day = :until, checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

constexpr auto* k_get_residence = R"sql(
  SELECT id, household, grid, from_day, until_day FROM residence WHERE id = :id)sql";

constexpr auto* k_settle_grids = R"sql(
  WITH settled(id, grid) AS (
    SELECT visit.id, (
      SELECT residence.grid FROM residence
      WHERE residence.household = visit.household
        AND coalesce(from_day, visit.day) <= visit.day
        AND coalesce(until_day, visit.day) >= visit.day
      ORDER BY residence.id LIMIT 1)
    FROM visit WHERE visit.household = :household)
  UPDATE visit SET grid = settled.grid FROM settled
  WHERE visit.id = settled.id AND visit.grid IS NOT settled.grid)sql";

constexpr auto* k_tags_of = R"sql(
  SELECT id, household, category, from_day, until_day, note FROM tag
  WHERE household = :household ORDER BY from_day, id)sql";

constexpr auto* k_get_tag = R"sql(
  SELECT id, household, category, from_day, until_day, note FROM tag WHERE id = :id)sql";

constexpr auto* k_insert_tag = R"sql(
  INSERT INTO tag (household, category, from_day, until_day, note, salt, note_digest,
    checksum, entry)
  VALUES (:household, :category, :from, :until, :note, :salt, :note_digest, :checksum, :entry))sql";

constexpr auto* k_update_tag = R"sql(
  UPDATE tag SET household = :household, category = :category, from_day = :from,
    until_day = :until, note = :note, salt = :salt, note_digest = :note_digest,
    checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Query& bind_fields(Query& query, const Residence& residence, Writing& writing) {
  query.bind(":household", residence.household)
      .bind(":grid", residence.grid)
      .bind_days(":from", ":until", residence.days);
  return writing.sign(query, FactKind::residence, digest_of(residence));
}

Query& bind_fields(Query& query, const Tag& tag, Writing& writing) {
  const auto note = note_digest(tag.note);
  query.bind(":household", tag.household)
      .bind(":category", tag.category)
      .bind_days(":from", ":until", tag.days)
      .bind(":note", tag.note)
      .bind(":salt", Blob{note.salt})
      .bind(":note_digest", Blob{note.digest});
  return writing.sign(query, FactKind::tag, digest_of(tag, note.digest));
}

}  // namespace

std::vector<Residence> SqliteHouseholds::residences_of(HouseholdId household) const {
  Query query{m_page.statements, k_residences_of};
  query.bind(":household", household);
  std::vector<Residence> residences;
  while (query.next()) residences.push_back(read_residence(query));
  return residences;
}

ResidenceId SqliteHouseholds::add(const Residence& residence) {
  Query query{m_page.statements, k_insert_residence};
  bind_fields(query, residence, m_page.writing).run();
  const auto id = m_page.statements.last_inserted<ResidenceId>();
  settle_grids(residence.household);
  return id;
}

void SqliteHouseholds::update(const Residence& residence) {
  const auto before = note_update(m_page, k_get_residence, read_residence, residence);
  Query query{m_page.statements, k_update_residence};
  bind_fields(query, residence, m_page.writing).bind(":id", residence.id).run();
  settle_grids(residence.household);
  if (before.household != residence.household) settle_grids(before.household);
}

/// The one derived column follows the residences; it is no fact, and not in the content hash.
void SqliteHouseholds::settle_grids(HouseholdId household) {
  Query{m_page.statements, k_settle_grids}.bind(":household", household).run();
}

std::vector<Tag> SqliteHouseholds::tags_of(HouseholdId household) const {
  Query query{m_page.statements, k_tags_of};
  query.bind(":household", household);
  std::vector<Tag> tags;
  while (query.next()) tags.push_back(read_tag(query));
  return tags;
}

TagId SqliteHouseholds::add(const Tag& tag) {
  Query query{m_page.statements, k_insert_tag};
  bind_fields(query, tag, m_page.writing).run();
  return m_page.statements.last_inserted<TagId>();
}

void SqliteHouseholds::update(const Tag& tag) {
  note_update(m_page, k_get_tag, read_tag, tag);
  Query query{m_page.statements, k_update_tag};
  bind_fields(query, tag, m_page.writing).bind(":id", tag.id).run();
}

}  // namespace gridvisit::store::sqlite
