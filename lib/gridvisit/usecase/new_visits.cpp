#include "gridvisit/usecase/new_visits.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gridvisit/usecase/visit_identity.hpp"

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_visits = 1 << 18;
constexpr std::size_t k_most_text_bytes = 1 << 25;

/// In the order of the largest index: each of its pages is then touched once for many visits. Those
/// that replace others stay behind them.
void sort_by_household(std::vector<Visit>& visits) {
  const auto replacing = std::stable_partition(
      visits.begin(), visits.end(), [](const Visit& visit) { return !visit.said.replaces; });
  std::ranges::sort(visits.begin(), replacing, {}, [](const Visit& visit) {
    return std::tuple{visit.said.household, visit.said.day, visit.id};
  });
}

}  // namespace

NewVisits::NewVisits(store::Session& session)
    : m_session{session}, m_highest{highest_number(session)} {}

void NewVisits::add(Visit visit) {
  if (m_visits.size() == k_most_visits || m_text_bytes > k_most_text_bytes) flush();
  m_highest = std::max(m_highest, visit.id);
  m_numbers.insert(visit.id);
  if (visit.said.replaces) m_replaced.insert(*visit.said.replaces);
  m_days.emplace(key_of(visit.said.household, visit.said.day), m_visits.size());
  m_text_bytes += visit.said.note.size();
  m_visits.push_back(std::move(visit));
}

std::vector<const Visit*> NewVisits::on(HouseholdId household, Day day) const {
  std::vector<const Visit*> visits;
  const auto [first, last] = m_days.equal_range(key_of(household, day));
  for (auto place = first; place != last; ++place) visits.push_back(&m_visits[place->second]);
  return visits;
}

void NewVisits::add(Void cancellation) {
  m_voided.insert(cancellation.visit);
  m_voids.push_back(std::move(cancellation));
}

void NewVisits::flush() {
  if (m_visits.empty()) return;
  sort_by_household(m_visits);
  m_session.visits().add(m_visits);
  for (const auto& cancellation : m_voids) m_session.visits().add(cancellation);
  m_visits.clear();
  m_voids.clear();
  m_text_bytes = 0;
  m_numbers.clear();
  m_replaced.clear();
  m_voided.clear();
  m_days.clear();
}

}  // namespace gridvisit::usecase
