#include "gridvisit/compliance/figures.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::compliance {
namespace {

bool applies(const RuleResult& result) {
  return !std::holds_alternative<std::monostate>(result);
}

}  // namespace

void each_figure(const Report& report, const std::function<void(const Figure&)>& see) {
  for (const auto& row : report.rows)
    for (std::size_t rule = 0; rule < row.results.size(); ++rule)
      if (applies(row.results[rule])) see({row.subject, report.rules[rule].id, row.results[rule]});
}

FigureComparison::FigureComparison(const Report& now) : m_now{&now} {
  for (std::size_t row = 0; row < now.rows.size(); ++row) {
    m_rows.emplace(now.rows[row].subject, row);
    m_seen.emplace_back(now.rules.size());
  }
}

void FigureComparison::add(const Figure& kept) {
  const auto row = m_rows.find(kept.subject);
  const auto rule = std::ranges::find(m_now->rules, kept.rule, &Rule::id);
  if (row == m_rows.end() || rule == m_now->rules.end()) {
    m_gone.push_back({kept.subject, kept.rule, kept.result, {}});
    return;
  }
  const Place place{row->second, static_cast<std::size_t>(rule - m_now->rules.begin())};
  m_seen[place.row][place.rule] = true;
  if (m_now->rows[place.row].results[place.rule] != kept.result)
    m_changed.emplace(place, kept.result);
}

std::vector<FigureChange> FigureComparison::finish() && {
  for (std::size_t row = 0; row < m_seen.size(); ++row)
    for (std::size_t rule = 0; rule < m_seen[row].size(); ++rule)
      if (!m_seen[row][rule] && applies(m_now->rows[row].results[rule]))
        m_changed.emplace(Place{row, rule}, RuleResult{});
  std::vector<FigureChange> changes;
  for (const auto& [place, was] : m_changed)
    changes.push_back({m_now->rows[place.row].subject, m_now->rules[place.rule].id, was,
                       m_now->rows[place.row].results[place.rule]});
  std::ranges::move(m_gone, std::back_inserter(changes));
  return changes;
}

}  // namespace gridvisit::compliance
