// First byte: whether the rest is a whole file, a journal beside a good database, or changes to a
// good database, cut off somewhere or not: three bytes where, one how many, and those.
#include <algorithm>

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"
#include "fuzz/town_file.hpp"

namespace gridvisit::fuzz {
namespace {

std::size_t take_number(std::string_view& input, int bytes) {
  std::size_t number = 0;
  for (; bytes > 0; --bytes) number = number << 8 | take_byte(input);
  return number;
}

void change(std::string& file, std::string_view changes) {
  while (!changes.empty() && !file.empty()) {
    const auto at = take_number(changes, 3) % file.size();
    const auto said = take_byte(changes) % 16 + std::size_t{1};
    const auto count = std::min({said, changes.size(), file.size() - at});
    file.replace(at, count, changes.substr(0, count));
    changes.remove_prefix(count);
  }
}

}  // namespace

void database(std::string_view input) {
  const auto& town = TownFile::shared();
  auto file = town.bytes();
  switch (take_byte(input) % 4) {
    case 0:
      town.replace_by(input);
      break;
    case 1:
      town.replace_by(file, input);
      break;
    case 2:
      file.resize(take_number(input, 3) % file.size());
      [[fallthrough]];
    default:
      change(file, input);
      town.replace_by(file);
  }
  town.expect_harmless();
}

}  // namespace gridvisit::fuzz
