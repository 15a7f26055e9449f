#include "fuzz/expect.hpp"

#include <cstdlib>
#include <iostream>

#include "gridvisit/base/text.hpp"

namespace gridvisit::fuzz {

void expect(bool holds, std::string_view rule) {
  if (holds) return;
  std::cerr << "does not hold: " << rule << std::endl;
  std::abort();
}

void expect_equal(std::string_view found, std::string_view wanted, std::string_view rule) {
  if (found == wanted) return;
  std::cerr << "found:  " << with_visible_controls(as_text(found)) << '\n'
            << "wanted: " << with_visible_controls(as_text(wanted)) << '\n';
  expect(false, rule);
}

unsigned char take_byte(std::string_view& input) {
  if (input.empty()) return 0;
  const auto byte = static_cast<unsigned char>(input.front());
  input.remove_prefix(1);
  return byte;
}

std::string_view take_line(std::string_view& input) {
  const auto line = input.substr(0, input.find('\n'));
  input.remove_prefix(std::min(input.size(), line.size() + 1));
  return line;
}

std::string as_text(std::string_view bytes) {
  std::string text{bytes};
  while (const auto invalid = find_invalid_utf8(text)) text[*invalid] = '?';
  return text;
}

}  // namespace gridvisit::fuzz
