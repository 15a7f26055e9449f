#pragma once

#include <string_view>

/// What is done with one input. Each returns, whatever the bytes are, or ends the program where
/// something that must hold does not.
namespace gridvisit::fuzz {

void csv(std::string_view input);
void dates(std::string_view input);
void display(std::string_view input);

}  // namespace gridvisit::fuzz
