#pragma once

#include <memory>
#include <string>
#include <utility>

#include "gridvisit/store/store.hpp"

/// The common shape of what changes the register: one change, one transaction, one audit entry.
namespace gridvisit::usecase {

/// Where a change of the register is written, and by whom.
struct Desk {
  store::Store& store;
  store::Authorship authorship;
  bool dry_run = false;  ///< check everything and tell the result, but keep nothing
};

/// Runs `change` on a session of its own and gives its result; `operation` is its audit entry.
/// Whatever `change` throws leaves the register as it was.
template <class Change>
auto keep(const Desk& desk, const store::Operation& operation, const Change& change) {
  const auto session = desk.store.write(desk.authorship);
  auto result = change(*session);
  if (!desk.dry_run) session->commit(operation);
  return result;
}

}  // namespace gridvisit::usecase
