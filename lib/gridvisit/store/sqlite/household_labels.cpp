#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all = "SELECT id, code, name, address FROM household";

constexpr auto* k_in_grids = R"sql(
  SELECT id, code, name, address FROM household
  WHERE id IN (
    SELECT household FROM residence WHERE grid IN (SELECT value FROM json_each(:grids))))sql";

constexpr auto* k_by_code = R"sql(
  SELECT id, code, name, address FROM household WHERE code >= :from ORDER BY code)sql";

constexpr auto* k_by_name = R"sql(
  SELECT id, code, name FROM household WHERE name > '' ORDER BY name)sql";

HouseholdLabel read_label(Query& row) {
  HouseholdLabel label;
  label.id = row.id<HouseholdId>();
  label.code = row.text_in_place();
  label.name = row.text_in_place();
  return label;
}

HouseholdLabel read_whole_label(Query& row) {
  auto label = read_label(row);
  label.address = row.text_in_place();
  return label;
}

}  // namespace

void SqliteHouseholds::each_label(const std::vector<AreaId>& grids,
                                  const std::function<bool(const HouseholdLabel&)>& see) const {
  Query query{m_page.statements, grids.empty() ? k_all : k_in_grids};
  if (!grids.empty()) query.bind(":grids", json_array(grids));
  while (query.next())
    if (!see(read_whole_label(query))) return;
}

void SqliteHouseholds::each_by_code(std::string_view beginning,
                                    const std::function<bool(const HouseholdLabel&)>& see) const {
  Query query{m_page.statements, k_by_code};
  query.bind(":from", beginning);
  while (query.next()) {
    const auto label = read_whole_label(query);
    if (!label.code.starts_with(beginning) || !see(label)) return;
  }
}

void SqliteHouseholds::each_by_name(
    const std::function<std::size_t(const HouseholdLabel&)>& see) const {
  Query query{m_page.statements, k_by_name};
  for (std::string passed_over; query.next();) {
    const auto label = read_label(query);
    if (passed_over.empty() || !label.name.starts_with(passed_over))
      passed_over = label.name.substr(0, see(label));
  }
}

}  // namespace gridvisit::store::sqlite
