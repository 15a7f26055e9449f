#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command assign_add();
Command assign_list();
Command assign_show();
Command assign_edit();
Command assign_end();

}  // namespace gridvisit::cli
