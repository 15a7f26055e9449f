#include "gridvisit/domain/masking.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

/// Bytes of the first character of valid UTF-8.
std::size_t first_character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) ++size;
  return size;
}

/// Byte behind the word that ends the building's part of an address, or nothing. 号楼 comes before
/// 号, so that the longer word is taken.
std::size_t end_of_building(std::string_view address) {
  constexpr auto k_words = std::to_array<std::string_view>({"号楼", "栋", "幢", "座", "楼", "号"});
  for (const auto word : k_words) {
    const auto at = address.find(word);
    if (at != std::string_view::npos) return at + word.size();
  }
  return std::string_view::npos;
}

}  // namespace

std::string masked_name(std::string_view name) {
  if (name.empty()) return {};
  return std::string{name.substr(0, first_character_size(name))} + "*";
}

std::string masked_phone(std::string_view phone) {
  constexpr std::size_t k_head = 3, k_tail = 4, k_long = 10, k_short_tail = 2;
  if (phone.empty()) return {};
  if (std::ranges::any_of(phone, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return "****";
  if (phone.size() < k_long)
    return "****" +
           std::string{phone.substr(phone.size() - std::min(k_short_tail, phone.size() / 2))};
  return std::string{phone.substr(0, k_head)} + "****" +
         std::string{phone.substr(phone.size() - k_tail)};
}

std::string masked_address(std::string_view address) {
  if (address.empty()) return {};
  if (const auto end = end_of_building(address); end != std::string_view::npos)
    return std::string{address.substr(0, end)} + (end < address.size() ? "*" : "");
  return std::string{address.substr(0, address.find_first_of("0123456789"))} + "*";
}

}  // namespace gridvisit
