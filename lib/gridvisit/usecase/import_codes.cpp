#include "gridvisit/usecase/import_codes.hpp"

#include <algorithm>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"

namespace gridvisit::usecase {

using exchange::Field;
using exchange::RowValues;

template <class LookUp>
void ImportCodes::report_unknown(RowValues& values, Field field, LookUp look_up) {
  if (m_suggestions_made++ >= ImportResult::k_most_problems) {
    values.report(field, message("The code is not known."),
                  message("Check the code, or enter it into the register first."));
    return;
  }
  try {
    look_up();
  } catch (const Error& error) {
    report_error(values, field, error);
  }
}

std::optional<WorkerId> ImportCodes::worker(RowValues& values, const std::string& code) {
  if (const auto* known = m_workers.find(code)) return *known;
  if (const auto found = m_session.workers().find(code)) return *m_workers.keep(code, found->id);
  report_unknown(values, Field::worker, [&] { worker_coded(m_session, code); });
  return std::nullopt;
}

std::optional<AreaId> ImportCodes::grid(RowValues& values, const std::string& code) {
  if (const auto* known = m_grids.find(code)) return *known;
  const auto found = m_session.areas().find(code);
  if (found && m_session.areas().tree(found->id).is_leaf(found->id))
    return *m_grids.keep(code, found->id);
  report_unknown(values, Field::grid, [&] { grid_coded(m_session, code); });
  return std::nullopt;
}

std::optional<HouseholdId> ImportCodes::household(RowValues& values, const std::string& code) {
  if (const auto* known = m_households.find(code)) return *known;
  if (const auto found = m_session.households().find_id(code))
    return *m_households.keep(code, *found);
  report_unknown(values, Field::household, [&] { household_coded(m_session, code); });
  return std::nullopt;
}

std::optional<CategoryId> ImportCodes::category(RowValues& values, Field field,
                                                const std::string& code) {
  if (m_categories.empty()) m_categories = m_session.categories().all();
  const auto at = std::ranges::find_if(m_categories, [&](const Category& category) {
    return category.code == code || category.name_zh == code || category.name_en == code;
  });
  if (at != m_categories.end()) return at->id;
  report_unknown(values, field, [&] { category_coded(m_session, code); });
  return std::nullopt;
}

void ImportCodes::report_unknown_area(RowValues& values, Field field, const std::string& code) {
  report_unknown(values, field, [&] { area_coded(m_session, code); });
}

}  // namespace gridvisit::usecase
