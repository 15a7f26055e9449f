#include "gridvisit/domain/code.hpp"

#include "gridvisit/base/text.hpp"

namespace gridvisit {

Message code_problem(std::string_view code) {
  constexpr std::size_t k_longest = 64;
  if (code.empty()) return message("A code is required.");
  if (code.size() > k_longest) return message("A code has at most {0} bytes.", k_longest);
  if (const auto at = find_invalid_utf8(code)) return message("Not UTF-8 at byte {0}.", *at);
  if (find_forbidden_character(code, false))
    return message("A code can't contain control characters.");
  const auto folded = fold(code);  // which knows every space and every full-width sign
  if (folded.find_first_of("=+-@") == 0)
    return message("A code can't begin with '=', '+', '-' or '@', as formulas do.");
  if (folded.find(' ') != std::string::npos ||
      code.find_first_of(";,@\"'") != std::string_view::npos)
    return message("A code can't contain spaces, quotes, ';', ',' or '@'.");
  return {};
}

}  // namespace gridvisit
