#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "gridvisit/store/store.hpp"

/// Inside of export_table: which records leave, if only those that changed are asked for.
namespace gridvisit::usecase {

/// Records in order of their ids; nothing stands for all that there are.
template <class Identity>
class Choice {
 public:
  Choice() = default;
  explicit Choice(std::vector<Identity> ids) : m_ids{std::move(ids)} {}

  bool includes(Identity id) const { return !m_ids || std::ranges::binary_search(*m_ids, id); }

 private:
  std::optional<std::vector<Identity>> m_ids;
};

/// The households that changed after an audit entry, by the grids that they ever lived in.
using HouseholdsByGrid = std::map<AreaId, std::vector<HouseholdId>>;
HouseholdsByGrid changed_households(const store::Session& session, std::int64_t entry);

/// The number of the audit entry; Error(refused) if it is not one of this database's chain.
std::int64_t entry_named(const store::Session& session, const store::HeadName& head);

}  // namespace gridvisit::usecase
