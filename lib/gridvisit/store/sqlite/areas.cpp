#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_find_area = R"sql(
  SELECT id, code, name, kind, parent FROM area WHERE code = :code)sql";

constexpr auto* k_get_area = R"sql(
  SELECT id, code, name, kind, parent FROM area WHERE id = :id)sql";

constexpr auto* k_all_areas = R"sql(
  SELECT id, code, name, kind, parent FROM area)sql";

constexpr auto* k_around = R"sql(
  WITH RECURSIVE
    below(id) AS (
      VALUES (:root) UNION SELECT area.id FROM area JOIN below ON area.parent = below.id),
    above(id) AS (
      VALUES (:root) UNION SELECT area.parent FROM area JOIN above ON area.id = above.id)
  SELECT id, code, name, kind, parent FROM area
  WHERE id IN (SELECT id FROM below UNION SELECT id FROM above))sql";

constexpr auto* k_insert_area = R"sql(
  INSERT INTO area (code, name, kind, parent, checksum, entry)
  VALUES (:code, :name, :kind, :parent, :checksum, :entry))sql";

constexpr auto* k_update_area = R"sql(
  UPDATE area SET code = :code, name = :name, kind = :kind, parent = :parent,
    checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Area read_area(Query& row) {
  Area area;
  area.id = row.id<AreaId>();
  area.code = row.text();
  area.name = row.text();
  area.kind = row.text();
  if (const auto parent = row.optional_number()) area.parent = AreaId{*parent};
  return area;
}

Query& bind_fields(Query& query, const Area& area, Writing& writing) {
  query.bind(":code", area.code)
      .bind(":name", area.name)
      .bind(":kind", area.kind)
      .bind(":parent", area.parent);
  return writing.sign(query, FactKind::area, digest_of(area));
}

}  // namespace

std::optional<Area> SqliteAreas::find(std::string_view code) const {
  Query query{m_page.statements, k_find_area};
  if (!query.bind(":code", code).next()) return std::nullopt;
  return read_area(query);
}

AreaTree SqliteAreas::tree(std::optional<AreaId> root) const {
  Query query{m_page.statements, root ? k_around : k_all_areas};
  if (root) query.bind(":root", *root);
  std::vector<Area> areas;
  while (query.next()) areas.push_back(read_area(query));
  return AreaTree{std::move(areas)};
}

AreaId SqliteAreas::add(const Area& area) {
  Query query{m_page.statements, k_insert_area};
  if (!bind_fields(query, area, m_page.writing).run_unless_taken())
    throw area_code_taken(area.code);
  return m_page.statements.last_inserted<AreaId>();
}

void SqliteAreas::update(const Area& area) {
  note_update(m_page, k_get_area, read_area, area);
  Query query{m_page.statements, k_update_area};
  if (!bind_fields(query, area, m_page.writing).bind(":id", area.id).run_unless_taken())
    throw area_code_taken(area.code);
}

}  // namespace gridvisit::store::sqlite
