#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"
#include "gridvisit/store/sqlite/household_pairs.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_erasures = R"sql(
  SELECT id, household, notes_before, reason FROM erasure ORDER BY id)sql";

constexpr auto* k_insert_erasure = R"sql(
  INSERT INTO erasure (household, notes_before, reason, checksum, entry)
  VALUES (:household, :notes_before, :reason, :checksum, :entry))sql";

constexpr auto* k_erase_household = R"sql(
  UPDATE household SET address = '', name = '', phone = '', situation = '', difficulties = '',
    needs = '', salt = x''
  WHERE id = :household)sql";

constexpr auto* k_erase_tags = R"sql(
  UPDATE tag SET note = '', salt = x'' WHERE household = :household)sql";

constexpr auto* k_tags_with_notes = R"sql(
  SELECT id FROM tag WHERE household = :household AND note <> '')sql";

constexpr auto* k_erase_notes_of = R"sql(
  DELETE FROM visit_note WHERE visit IN (
    SELECT id FROM visit INDEXED BY visit_by_household WHERE household = :household))sql";

constexpr auto* k_erase_visit_notes = R"sql(
  DELETE FROM visit_note WHERE visit IN (SELECT id FROM visit WHERE day < :before))sql";

constexpr auto* k_erase_patrol_notes = R"sql(
  DELETE FROM patrol_note WHERE patrol IN (SELECT id FROM patrol WHERE day < :before))sql";

void note_erasure(const Page& page, HouseholdId household) {
  note_change(page, household, personal_fields());
  Query tags{page.statements, k_tags_with_notes};
  tags.bind(":household", household);
  while (tags.next()) note_change(page, tags.id<TagId>(), {"note"});
}

void erase_texts_of(const Page& page, HouseholdId household) {
  auto& statements = page.statements;
  note_erasure(page, household);
  const auto before = indexed_texts(statements, household);
  for (const auto* sql : {k_erase_household, k_erase_tags, k_erase_notes_of})
    Query{statements, sql}.bind(":household", household).run();
  renew_pairs(statements, before);
}

}  // namespace

std::vector<Erasure> SqliteErasures::all() const {
  Query query{m_page.statements, k_all_erasures};
  std::vector<Erasure> erasures;
  while (query.next()) {
    auto& erasure = erasures.emplace_back();
    erasure.id = query.id<ErasureId>();
    if (const auto household = query.optional_number()) erasure.household = HouseholdId{*household};
    if (const auto day = query.optional_number())
      erasure.notes_before = Day{std::chrono::days{*day}};
    erasure.reason = query.text();
  }
  return erasures;
}

ErasureId SqliteErasures::add(const Erasure& erasure) {
  Query query{m_page.statements, k_insert_erasure};
  query.bind(":household", erasure.household)
      .bind(":notes_before", erasure.notes_before)
      .bind(":reason", erasure.reason);
  m_page.writing.sign(query, FactKind::erasure, digest_of(erasure)).run();
  const auto id = m_page.statements.last_inserted<ErasureId>();
  if (erasure.household) erase_texts_of(m_page, *erasure.household);
  if (erasure.notes_before)
    for (const auto* sql : {k_erase_visit_notes, k_erase_patrol_notes})
      Query{m_page.statements, sql}.bind(":before", *erasure.notes_before).run();
  return id;
}

}  // namespace gridvisit::store::sqlite
