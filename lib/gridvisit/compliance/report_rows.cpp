#include <algorithm>
#include <tuple>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/compliance/report.hpp"

namespace gridvisit::compliance {
namespace {

/// What a row is ordered by: nobody last, else the natural order of codes.
struct RowOrder {
  bool is_nobody = false;
  std::string code;

  friend bool operator<(const RowOrder& left, const RowOrder& right) {
    if (left.is_nobody != right.is_nobody) return right.is_nobody;
    return compare_natural(left.code, right.code) < 0;
  }
};

}  // namespace

std::string ReportBuilder::code_of(AreaId area) const {
  const auto* found = m_surroundings->areas.find(area);
  return found ? found->code : std::string{};
}

Report ReportBuilder::finish(const std::map<WorkerId, std::string>& worker_codes) && {
  complete_rows();
  count_workers();
  std::vector<std::pair<RowOrder, Row>> ordered;
  for (auto& [subject, row] : m_rows) {
    RowOrder order;
    if (const auto* worker = std::get_if<WorkerId>(&subject))
      order.code = referred_to(worker_codes, *worker);
    else if (const auto* area = std::get_if<AreaId>(&subject))
      order.code = code_of(*area);
    else
      order.is_nobody = true;
    std::ranges::sort(row.grids, NaturalLess{}, [&](AreaId grid) { return code_of(grid); });
    ordered.emplace_back(std::move(order), std::move(row));
  }
  std::ranges::sort(ordered,
                    [](const auto& left, const auto& right) { return left.first < right.first; });
  for (auto& [order, row] : ordered) m_report.rows.push_back(std::move(row));
  return std::move(m_report);
}

}  // namespace gridvisit::compliance
