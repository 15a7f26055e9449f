#pragma once

#include <optional>
#include <string>

#include "context.hpp"

namespace gridvisit::cli {

/// Whether somebody sits at the terminal who may be asked.
bool can_ask(const Context& context);

/// Asks on stderr and gives the line that is typed, without blanks around it; nothing at the end of
/// the input.
std::optional<std::string> answer_to(const Message& question, Context& context);

}  // namespace gridvisit::cli
