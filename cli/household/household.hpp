#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command household_add();
Command household_list();
Command household_show();
Command household_edit();
Command household_move();
Command household_end();
Command household_erase();

}  // namespace gridvisit::cli
