#pragma once

#include <string>
#include <string_view>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// The reason of an erasure as it goes on record; Error(refused) without one.
std::string erasure_reason(std::string_view reason);

/// Removes for good who lives in a household and how to reach them: its name, phone, address and
/// six clears, the notes of its tags and of its visits (norm D3). Its visits go on counting. The
/// reason goes on record. Error(not_found), or Error(refused) without a reason.
void erase_household(const Desk& desk, std::string_view code, std::string_view reason);

}  // namespace gridvisit::usecase
