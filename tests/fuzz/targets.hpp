#pragma once

#include <string_view>

/// What is done with one input. Each returns, whatever the bytes are, or ends the program where
/// something that must hold does not.
namespace gridvisit::fuzz {

void csv(std::string_view input);
void database(std::string_view input);
void dates(std::string_view input);
void display(std::string_view input);
void encoding(std::string_view input);
void import_file(std::string_view input);
void json(std::string_view input);
void masking(std::string_view input);
void mo(std::string_view input);
void policy(std::string_view input);
void printout(std::string_view input);
void schema(std::string_view input);
void tags(std::string_view input);
void text(std::string_view input);
void xlsx(std::string_view input);

}  // namespace gridvisit::fuzz
