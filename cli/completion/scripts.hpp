#pragma once

#include <string_view>

namespace gridvisit::cli {

/// What a user's shell reads at its start; nothing for a shell that is not known.
std::string_view completion_script(std::string_view shell);

}  // namespace gridvisit::cli
