#pragma once

#include <string_view>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Writes down that personal data is about to be shown, where and why, before it is (norm D3).
/// Error(refused) without a reason.
void record_unmasking(const Desk& desk, std::string_view where, std::string_view reason);

}  // namespace gridvisit::usecase
