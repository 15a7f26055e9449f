#pragma once

#include <string>
#include <string_view>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// The reason as it goes on record; Error(usage) if it is blank, Error(refused) if it can't be
/// kept.
std::string check_unmasking(std::string_view reason);

/// Enters into the audit that personal data is shown, where and why, before it is.
void record_unmasking(store::Store& store, const store::Authorship& authorship,
                      std::string_view where, std::string_view reason);

}  // namespace gridvisit::usecase
