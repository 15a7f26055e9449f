#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command config_list();
Command config_get();
Command config_set();

}  // namespace gridvisit::cli
