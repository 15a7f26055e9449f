#pragma once

#include <string>
#include <string_view>

/// Personal data as it may be shown to anyone (norm D3): masked unless a reason was given.
/// Every function takes valid UTF-8; the empty text stays empty.
namespace gridvisit {

/// The first character, then one star: 张*.
std::string masked_name(std::string_view name);

/// The first three and the last four digits of a long number: 138****8000; of a shorter one only
/// the last two.
std::string masked_phone(std::string_view phone);

/// The address up to and with its building, then a star; where no building is named, up to its
/// first digit.
std::string masked_address(std::string_view address);

}  // namespace gridvisit
