#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command init();

}  // namespace gridvisit::cli
