#pragma once

#include <string>
#include <string_view>

namespace gridvisit::fuzz {

/// Ends the program, naming the rule, if it doesn't hold.
void expect(bool holds, std::string_view rule);

/// The same for two texts that must be equal; shows both.
void expect_equal(std::string_view found, std::string_view wanted, std::string_view rule);

/// Takes the first byte off `input`; 0 if there is none.
unsigned char take_byte(std::string_view& input);

/// Takes all up to the next newline, and that too, off `input`.
std::string_view take_line(std::string_view& input);

/// `bytes` with a ? for each byte that is no UTF-8 or NUL: for what takes valid text only.
std::string as_text(std::string_view bytes);

}  // namespace gridvisit::fuzz
