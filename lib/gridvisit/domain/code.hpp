#pragma once

#include <string_view>

#include "gridvisit/base/message.hpp"

namespace gridvisit {

/// Codes of areas, workers, households and categories: 1 to 64 bytes of UTF-8 without spaces,
/// control characters, quotes, `;`, `,`, `@`, and not beginning as a formula does with
/// `=`, `+`, `-` or `@`, also full-width.
/// Empty if `code` is one, else the sentence that says what is wrong with it.
Message code_problem(std::string_view code);

}  // namespace gridvisit
