#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command init();
Command backup();
Command restore();
Command doctor();
Command migrate();
Command verify();

}  // namespace gridvisit::cli
