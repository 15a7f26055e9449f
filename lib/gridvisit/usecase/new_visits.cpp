#include "gridvisit/usecase/new_visits.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_visits = 4096;
constexpr std::size_t k_most_text_bytes = 1 << 20;

VisitId highest_on_record(const store::Session& session) {
  VisitId highest;
  store::VisitFilter all;
  all.voided_too = true;
  all.order = store::VisitOrder::last_recorded;
  session.visits().each(all, [&](const store::VisitRecord& record) {
    highest = record.visit.id;
    return false;
  });
  return highest;
}

}  // namespace

NewVisits::NewVisits(store::Session& session)
    : m_session{session}, m_highest{highest_on_record(session)} {}

void NewVisits::add(Visit visit) {
  if (m_visits.size() == k_most_visits || m_text_bytes > k_most_text_bytes) flush();
  m_highest = std::max(m_highest, visit.id);
  m_numbers.insert(visit.id);
  m_days.insert(key_of(visit.said.household, visit.said.day));
  m_text_bytes += visit.said.note.size();
  m_visits.push_back(std::move(visit));
}

void NewVisits::add(Void cancellation) {
  m_voids.push_back(std::move(cancellation));
}

void NewVisits::flush() {
  if (m_visits.empty()) return;
  m_session.visits().add(m_visits);
  for (const auto& cancellation : m_voids) m_session.visits().add(cancellation);
  m_visits.clear();
  m_voids.clear();
  m_text_bytes = 0;
  m_numbers.clear();
  m_days.clear();
}

}  // namespace gridvisit::usecase
