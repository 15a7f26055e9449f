#pragma once

#include <memory>

#include "gridvisit/store/store.hpp"

namespace gridvisit::store {

/// A store that lives as long as the object, with the built-in categories: for tests, and for
/// programs that only reckon. The sessions may outlive it.
std::unique_ptr<Store> make_memory_store(const Authorship& authorship);

}  // namespace gridvisit::store
