#pragma once

#include "context.hpp"

namespace gridvisit::cli {

/// For what no later record can undo: --yes, or a yes typed on a terminal. `what` says what is about
/// to happen. Error(usage) where nobody can be asked, Error(refused) if the answer is not yes.
void require_consent(const Message& what, Context& context);

}  // namespace gridvisit::cli
