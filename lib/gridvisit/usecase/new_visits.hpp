#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The new visits of an import on their way to the store, which takes many at once at less cost.
/// What is looked for on record must be flushed before, if it may be among them.
class NewVisits {
 public:
  explicit NewVisits(store::Session& session);

  /// No visit on record, or on its way there, has a higher number.
  VisitId highest() const { return m_highest; }
  bool hold(VisitId visit) const { return m_numbers.contains(visit); }
  bool hold_one_that_replaces(VisitId visit) const { return m_replaced.contains(visit); }
  bool hold_void_of(VisitId visit) const { return m_voided.contains(visit); }
  /// Those to the household on that day, also void ones. Valid until the next change.
  std::vector<const Visit*> on(HouseholdId household, Day day) const;

  void add(Visit visit);
  /// Of a visit that was added here.
  void add(Void cancellation);
  void flush();

 private:
  static std::int64_t key_of(HouseholdId household, Day day) {
    constexpr std::int64_t k_most_days = 10'000'000;
    return household.value * k_most_days + day.time_since_epoch().count();
  }

  store::Session& m_session;
  VisitId m_highest;
  std::vector<Visit> m_visits;
  std::vector<Void> m_voids;
  std::size_t m_text_bytes = 0;
  std::unordered_set<VisitId> m_numbers;
  std::unordered_set<VisitId> m_replaced;
  std::unordered_set<VisitId> m_voided;
  /// By key_of(): where each stands in m_visits.
  std::unordered_multimap<std::int64_t, std::size_t> m_days;
};

}  // namespace gridvisit::usecase
