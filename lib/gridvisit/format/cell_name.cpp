#include "gridvisit/format/cell_name.hpp"

#include <algorithm>

namespace gridvisit::format {
namespace {

constexpr std::size_t k_letters = 26;

}  // namespace

std::string column_name(std::size_t position) {
  std::string letters;
  for (auto rest = position + 1; rest > 0; rest = (rest - 1) / k_letters)
    letters += static_cast<char>('A' + (rest - 1) % k_letters);
  std::ranges::reverse(letters);
  return letters;
}

std::optional<std::size_t> column_named(std::string_view letters) {
  constexpr std::size_t k_longest = 4;
  if (letters.empty() || letters.size() > k_longest) return std::nullopt;
  std::size_t number = 0;
  for (const char letter : letters) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    number = number * k_letters + static_cast<std::size_t>(letter - 'A') + 1;
  }
  return number - 1;
}

std::string cell_name(std::size_t position, std::int64_t row) {
  return column_name(position) + std::to_string(row);
}

}  // namespace gridvisit::format
