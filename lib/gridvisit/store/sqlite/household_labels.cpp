#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/household_pairs.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_labels = "SELECT id, code, name, address FROM household";

constexpr auto* k_labels_in_grids = R"sql(
  SELECT id, code, name, address FROM household
  WHERE id IN (
    SELECT household FROM residence WHERE grid IN (SELECT value FROM json_each(:grids))))sql";

constexpr auto* k_by_code = R"sql(
  SELECT id, code, name, address FROM household WHERE code >= :from ORDER BY code)sql";

constexpr auto* k_by_name = R"sql(
  SELECT id, code, name FROM household INDEXED BY household_by_name
  WHERE name >= :from AND name > '' ORDER BY name)sql";

/// A name is passed over by a step as long as the next ones are near; a search from the top of the
/// index costs as much as so many steps.
constexpr int k_steps_before_search = 24;

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

/// The names that are passed over, all in a row.
class PassedOver {
 public:
  /// Those that begin with the first bytes of `name`, or that are equal to it.
  PassedOver(std::string_view name, std::size_t bytes)
      : m_text{name.substr(0, bytes)}, m_only_equal{bytes == k_equal_names} {}

  bool holds(std::string_view name) const {
    return m_only_equal ? name == m_text : name.starts_with(m_text);
  }
  /// The first text behind them, in order of bytes.
  std::string behind() const {
    auto text = m_text;
    if (m_only_equal)
      text += '\x01';  // no name holds it, nor NUL
    else
      ++text.back();  // no byte of UTF-8 is the highest
    return text;
  }

 private:
  std::string m_text;
  bool m_only_equal;
};

/// Steps to the next name that is not passed over. False where a search is cheaper. At the end
/// `more` is false.
bool step_behind(Query& query, HouseholdLabel& label, const PassedOver& passed, bool& more) {
  for (int steps = 0; steps < k_steps_before_search; ++steps) {
    more = query.next();
    if (!more) return true;
    label = read_label(query);
    if (!passed.holds(label.name)) return true;
  }
  return false;
}

/// Shows the names from `from` on. The name to go on from by a search, or nothing at the end.
std::optional<std::string> show_names(
    Statements& statements, std::string_view from,
    const std::function<std::size_t(const HouseholdLabel&)>& see) {
  Query query{statements, k_by_name};
  query.bind(":from", from);
  bool more = query.next();
  auto label = more ? read_label(query) : HouseholdLabel{};
  while (more) {
    const auto unwanted = see(label);
    if (unwanted == 0) {
      more = query.next();
      if (more) label = read_label(query);
      continue;
    }
    const PassedOver passed{label.name, unwanted};
    if (!step_behind(query, label, passed, more)) return passed.behind();
  }
  return std::nullopt;
}

}  // namespace

void SqliteHouseholds::each_label(const std::vector<AreaId>& grids,
                                  const std::function<bool(const HouseholdLabel&)>& see) const {
  Query query{m_page.statements, grids.empty() ? k_all_labels : k_labels_in_grids};
  if (!grids.empty()) query.bind(":grids", json_array(grids));
  while (query.next())
    if (!see(read_whole_label(query))) return;
}

void SqliteHouseholds::each_that_may_hold(
    std::string_view folded, const std::function<bool(const HouseholdLabel&)>& see) const {
  const auto numbers = blocks_that_may_hold(m_page.statements, folded);
  if (!numbers) {
    each_label({}, see);
    return;
  }
  for (const auto number : *numbers) {
    const auto block = block_numbered(number);
    Query query{m_page.statements, k_texts_of_block};
    query.bind(":first", block.first).bind(":last", block.last);
    while (query.next())
      if (!see(read_whole_label(query))) return;
  }
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
  for (std::optional<std::string> from{""}; from;) from = show_names(m_page.statements, *from, see);
}

}  // namespace gridvisit::store::sqlite
