// First byte: whether digits only. The rest is a name, a phone number or an address.
#include "gridvisit/domain/masking.hpp"

#include <algorithm>

#include "gridvisit/base/text.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// How many bytes of `masked` are no stars.
std::size_t shown(std::string_view masked) {
  return masked.size() - static_cast<std::size_t>(std::ranges::count(masked, '*'));
}

void expect_masked(std::string_view text) {
  const auto name = masked_name(text), phone = masked_phone(text), address = masked_address(text);
  for (const auto& masked : {name, phone, address}) {
    expect(!find_invalid_utf8(masked), "what is masked is text");
    expect(masked.empty() == text.empty(), "only what is empty stays empty");
  }
  if (text.empty()) return;
  expect(characters(name) == 2 && name.ends_with('*'), "of a name one character is shown");
  expect(shown(phone) <= 7, "of a phone number seven digits are shown at most");
  expect(2 * shown(phone) <= text.size() || text.size() >= 10, "of a short one half at most");
  const auto end = address.find('*');
  expect(end == address.npos ? address == text : text.starts_with(address.substr(0, end)),
         "of an address a beginning is shown");
}

}  // namespace

void masking(std::string_view input) {
  const bool digits = take_byte(input) % 2 == 1;
  auto text = as_text(input);
  if (digits)
    for (auto& c : text) c = static_cast<char>('0' + static_cast<unsigned char>(c) % 10);
  expect_masked(text);
}

}  // namespace gridvisit::fuzz
