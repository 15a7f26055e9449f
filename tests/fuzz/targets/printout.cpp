// What one program hands to the other.
#include "gridvisit/format/printout.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {

void printout(std::string_view input) {
  const auto read = format::unpacked(input);
  if (!read) return;
  const auto again = format::unpacked(format::packed(*read));
  expect(again == read, "a printout is unpacked as it was packed");
}

}  // namespace gridvisit::fuzz
