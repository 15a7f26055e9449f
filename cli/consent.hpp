#pragma once

#include "context.hpp"

namespace gridvisit::cli {

/// Whether somebody types yes after `what` is about to happen, or said so beforehand with --yes; if
/// not, says that nothing was changed. Error(usage) where nobody can be asked.
bool is_agreed(const Message& what, Context& context);

}  // namespace gridvisit::cli
