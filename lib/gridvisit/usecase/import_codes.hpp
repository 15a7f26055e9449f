#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gridvisit/usecase/import_table.hpp"

namespace gridvisit::usecase {

/// What was found for keys, in bounded memory: a full cache starts anew. Large enough for a large
/// district, whose households come again and again in the order of days.
template <class Key, class Value>
class BoundedCache {
 public:
  const Value* find(const Key& key) const {
    const auto at = m_values.find(key);
    return at == m_values.end() ? nullptr : &at->second;
  }
  /// Valid until the next call.
  const Value* keep(const Key& key, Value value) {
    constexpr std::size_t k_most = 1'000'000;
    if (m_values.size() >= k_most) m_values.clear();
    return &m_values.insert_or_assign(key, std::move(value)).first->second;
  }

 private:
  std::unordered_map<Key, Value> m_values;
};

/// Looks up the codes that rows name. An unknown one is reported with the nearest ones, as long
/// as few are unknown: searching them in a large register takes its time.
class ImportCodes {
 public:
  explicit ImportCodes(const store::Session& session) : m_session{session} {}

  std::optional<WorkerId> worker(exchange::RowValues& values, const std::string& code);
  /// An area without areas below it.
  std::optional<AreaId> grid(exchange::RowValues& values, const std::string& code);
  std::optional<HouseholdId> household(exchange::RowValues& values, const std::string& code);
  /// By code, or by one of its names.
  std::optional<CategoryId> category(exchange::RowValues& values, exchange::Field field,
                                     const std::string& code);
  void report_unknown_area(exchange::RowValues& values, exchange::Field field,
                           const std::string& code);

 private:
  template <class LookUp>
  void report_unknown(exchange::RowValues& values, exchange::Field field, LookUp look_up);

  const store::Session& m_session;
  BoundedCache<std::string, WorkerId> m_workers;
  BoundedCache<std::string, AreaId> m_grids;
  BoundedCache<std::string, HouseholdId> m_households;
  std::vector<Category> m_categories;
  std::size_t m_suggestions_made = 0;
};

}  // namespace gridvisit::usecase
