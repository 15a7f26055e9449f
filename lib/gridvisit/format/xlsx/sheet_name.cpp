#include "gridvisit/format/xlsx/sheet_name.hpp"

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr std::size_t k_longest = 31;

/// The beginning that has no more than `most` characters, as spreadsheets count them: those of four
/// bytes twice.
std::string_view beginning_of(std::string_view text, std::size_t most) {
  constexpr unsigned char k_continuation = 0x80, k_leading = 0xc0, k_four_bytes = 0xf0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & k_leading) == k_continuation) continue;
    count += byte >= k_four_bytes ? 2 : 1;
    if (count > most) return text.substr(0, at);
  }
  return text;
}

std::string allowed(std::string_view wanted) {
  constexpr std::string_view k_forbidden = ":\\/?*[]'";
  std::string name;
  for (const char c : trim(wanted)) {
    const bool is_control = c >= 0 && c < ' ';
    name += is_control || k_forbidden.find(c) != k_forbidden.npos ? ' ' : c;
  }
  return std::string{trim(name)};
}

}  // namespace

std::string SheetNames::add(std::string_view wanted) {
  const auto base = allowed(wanted);
  for (int number = 1;; ++number) {
    const auto suffix = number == 1 && !base.empty() ? "" : fmt::format(" {}", number);
    auto name =
        std::string{trim(std::string{beginning_of(base, k_longest - suffix.size())} + suffix)};
    // Excel keeps this one for itself.
    if (fold(name) != "history" && m_taken.insert(fold(name)).second) return name;
  }
}

}  // namespace gridvisit::format::xlsx
