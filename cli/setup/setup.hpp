#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command init();
Command backup();
Command restore();
Command migrate();

}  // namespace gridvisit::cli
