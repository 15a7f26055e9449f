#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The codes of households that come in any order and again and again. A few are looked up one by
/// one; when they are a good part of the register, all of it is read at once: some 30 bytes a
/// household.
class HouseholdCodes {
 public:
  explicit HouseholdCodes(const store::Session& session) : m_session{session} {}

  /// Valid until the next call.
  std::string_view of(HouseholdId id);

 private:
  /// Where a code stands in m_text.
  struct Place {
    HouseholdId household;
    std::uint32_t start = 0;
    std::uint32_t size = 0;
  };

  bool are_worth_reading();
  void read_all();

  const store::Session& m_session;
  std::unordered_map<HouseholdId, std::string> m_few;
  std::size_t m_most_one_by_one = 4096;
  std::vector<Place> m_places;  // by household; empty until all are read
  std::string m_text;
};

}  // namespace gridvisit::usecase
