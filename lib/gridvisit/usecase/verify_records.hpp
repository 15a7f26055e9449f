#pragma once

#include <optional>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// What recomputing the audit chain and all that it vouches for brought to light.
struct Verification {
  store::AuditEntry head;
  std::size_t found = 0;          ///< things that are not as they were written
  std::vector<Message> findings;  ///< the first of them
};

/// With `expected`, a head printed earlier, a cut tail is found too, which no chain sees by itself.
Verification verify_records(const store::Session& session,
                            const std::optional<store::HeadName>& expected,
                            const Onlooker& onlooker = {});

}  // namespace gridvisit::usecase
