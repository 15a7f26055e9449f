#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_categories = R"sql(
  SELECT id, code, name_zh, name_en FROM category ORDER BY id)sql";

constexpr auto* k_groups = R"sql(
  SELECT name FROM category_group WHERE category = :category ORDER BY position)sql";

constexpr auto* k_insert_category = R"sql(
  INSERT INTO category (code, name_zh, name_en, checksum, entry)
  VALUES (:code, :name_zh, :name_en, :checksum, :entry))sql";

constexpr auto* k_insert_group = R"sql(
  INSERT INTO category_group (category, position, name)
  VALUES (:category, :position, :name))sql";

std::vector<std::string> groups_of(Statements& statements, CategoryId category) {
  Query query{statements, k_groups};
  query.bind(":category", category);
  std::vector<std::string> groups;
  while (query.next()) groups.push_back(query.text());
  return groups;
}

void insert_groups(Statements& statements, CategoryId category,
                   const std::vector<std::string>& groups) {
  std::int64_t position = 0;
  for (const auto& group : groups)
    Query{statements, k_insert_group}
        .bind(":category", category)
        .bind(":position", ++position)
        .bind(":name", group)
        .run();
}

}  // namespace

std::vector<Category> SqliteCategories::all() const {
  Query query{m_page.statements, k_all_categories};
  std::vector<Category> categories;
  while (query.next()) {
    auto& category = categories.emplace_back();
    category.id = query.id<CategoryId>();
    category.code = query.text();
    category.name_zh = query.text();
    category.name_en = query.text();
    category.groups = groups_of(m_page.statements, category.id);
  }
  return categories;
}

CategoryId SqliteCategories::add(const Category& category) {
  Query query{m_page.statements, k_insert_category};
  query.bind(":code", category.code)
      .bind(":name_zh", category.name_zh)
      .bind(":name_en", category.name_en);
  m_page.writing.sign(query, FactKind::category, digest_of(category));
  if (!query.run_unless_taken()) throw category_code_taken(category.code);
  const auto id = m_page.statements.last_inserted<CategoryId>();
  insert_groups(m_page.statements, id, category.groups);
  return id;
}

}  // namespace gridvisit::store::sqlite
