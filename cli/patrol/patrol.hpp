#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command patrol_add();
Command patrol_list();

}  // namespace gridvisit::cli
