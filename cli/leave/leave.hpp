#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command leave_add();
Command leave_list();
Command leave_show();
Command leave_edit();
Command leave_end();

}  // namespace gridvisit::cli
