#pragma once

#include "gridvisit/base/message.hpp"

namespace gridvisit {

/// Why the operating system refused (an errno value), as the end of a sentence: translatable
/// words for what users meet, the system's own for the rest.
Message::Argument system_reason(int code);

}  // namespace gridvisit
